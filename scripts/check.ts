/** `npm run check`: lint beside types and unit tests, each one's output whole when it ends. Fails if one fails. */
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

/** One after the other; all of them, whatever fails. */
async function runAll(scripts: readonly string[]): Promise<boolean> {
  let passed = true
  for (const script of scripts) passed = (await run(script)) && passed
  return passed
}

// Two lanes of about the same length, for machines of two cores.
const lanes = await Promise.all([runAll(['lint']), runAll(['types', 'unit'])])
process.exitCode = lanes.every(Boolean) ? 0 : 1
