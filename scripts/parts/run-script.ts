import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { performance } from 'node:perf_hooks'

/**
 * Runs an npm script and prints its entire output when it ends; in the background with a lower priority. Returns
 * whether it passed.
 */
export function runScript(script: string, inBackground: boolean): Promise<boolean> {
  const began = performance.now()
  const child = spawn('npm', ['run', '--silent', script], { shell: process.platform === 'win32' })
  // Everything that it starts inherits this.
  if (inBackground && child.pid !== undefined)
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const seconds = Math.round((performance.now() - began) / 1000)
      process.stdout.write(Buffer.concat(output))
      process.stdout.write(`${script}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s\n`)
      resolve(code === 0)
    })
  })
}
