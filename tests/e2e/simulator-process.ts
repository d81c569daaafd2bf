import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { centreAt, type CallCentre } from './call-centre.ts'

/** A separate simulated call centre for the test, without automatic calls. */
export async function startSimulator(
  code: string,
  ...flags: readonly string[]
): Promise<CallCentre & { stop(): Promise<void> }> {
  const child = spawn(
    process.execPath,
    ['simulator/main.ts', '--port', '0', '--scenario', 'quiet', '--seed', '7', ...flags],
    { env: { ...process.env, SIMULATOR_CODE: code }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (status) => reject(new Error(`The simulator ended with ${status}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /Simulated call centre: (http:\S+)/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  const centre = centreAt(url)
  await centre.quiet()
  return {
    ...centre,
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
