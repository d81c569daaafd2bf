/** `npm run check`: types, lint and unit tests side by side, each one's output whole when it ends. Fails if one fails. */
import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'

/** Runs one npm script; gives whether it passed. */
function run(script: string): Promise<boolean> {
  const began = performance.now()
  const child = spawn('npm', ['run', '--silent', script], { shell: process.platform === 'win32' })
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

const passed = await Promise.all(['types', 'lint', 'unit'].map(run))
process.exitCode = passed.every(Boolean) ? 0 : 1
