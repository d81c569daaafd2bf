import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { centreAt, type CallCentre } from './call-centre.ts'

/** A separate simulated call centre for the test, without automatic calls. */
export const startSimulator = (code: string, ...flags: readonly string[]): Promise<SimulatorProcess> =>
  startSimulatorIn({}, code, ...flags)

export interface SimulatorProcess extends CallCentre {
  stop(): Promise<void>
}

/** The same, with these variables in its environment. */
export async function startSimulatorIn(
  env: Readonly<Record<string, string>>,
  code: string,
  ...flags: readonly string[]
): Promise<SimulatorProcess> {
  const child = spawn(
    process.execPath,
    ['simulator/main.ts', '--port', '0', '--scenario', 'quiet', '--seed', '7', ...flags],
    { env: { ...process.env, ...env, SIMULATOR_CODE: code }, stdio: ['ignore', 'pipe', 'inherit'] },
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
