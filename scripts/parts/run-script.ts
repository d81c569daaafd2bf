import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { performance } from 'node:perf_hooks'
import { stripVTControlCharacters } from 'node:util'

/**
 * Runs an npm script and prints its entire output when it ends; in the background with a lower priority. Returns what
 * failed: the script and its tests, a line each.
 */
export function runScript(script: string, inBackground: boolean): Promise<readonly string[]> {
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
      const printed = Buffer.concat(output)
      const result = `${script}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s`
      process.stdout.write(printed)
      process.stdout.write(`${result}\n`)
      resolve(code === 0 ? [] : [result, ...failedTests(printed.toString())])
    })
  })
}

/** The lines with which Vitest names the tests that failed. */
export function failedTests(printed: string): readonly string[] {
  const lines = stripVTControlCharacters(printed).split(/\r?\n/)
  return [...new Set(lines.filter((line) => line.startsWith(' FAIL ')))]
}
