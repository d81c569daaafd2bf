import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { performance } from 'node:perf_hooks'
import { stripVTControlCharacters } from 'node:util'

/**
 * Runs an npm script and prints its entire output when it ends; in the background with a lower priority. Returns what
 * failed, as lines: the script, and its tests with their errors.
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

const FAILED = ' FAIL '
const PLACE = /^ ❯ \S+:\d+:\d+$/

/** The tests that failed in what Vitest printed: each one's name once, with its error and the line that it comes from. */
export function failedTests(printed: string): readonly string[] {
  const lines = stripVTControlCharacters(printed).split(/\r?\n/)
  const found = new Map<string, readonly string[]>()
  for (const [at, line] of lines.entries()) {
    if (!line.startsWith(FAILED) || found.has(line)) continue
    // Tests that failed with the same error are listed together above it.
    const from = lines.findIndex((one, index) => index > at && !one.startsWith(FAILED))
    const to = lines.findIndex((one, index) => index > from && one.startsWith(FAILED))
    const [error = '', ...rest] = lines.slice(from, to < 0 ? undefined : to)
    const place = rest.find((one) => PLACE.test(one))
    found.set(line, [`    ${error}`, ...(place === undefined ? [] : [`   ${place}`])])
  }
  return [...found].flatMap(([name, why]) => [name, ...why])
}
