import { spawn, type SpawnOptions } from 'node:child_process'

/** What npm was called with, and how it ended. */
export interface Step {
  readonly line: string
  readonly passed: boolean
}

/** Runs npm in the foreground until it ends. An abort ends it, and counts as a failure. */
export async function runNpm(
  args: readonly string[],
  options: Pick<SpawnOptions, 'env' | 'cwd' | 'uid' | 'gid' | 'signal'>,
): Promise<Step> {
  const began = performance.now()
  const child = spawn('npm', args, { stdio: 'inherit', ...options })
  child.once('error', ({ message }) => process.stderr.write(`${message}\n`))
  const code = await new Promise((resolve) => child.once('close', resolve))
  const passed = code === 0
  const seconds = Math.round((performance.now() - began) / 1000)
  return { line: `  npm ${args.join(' ')}: ${passed ? 'passed' : 'FAILED'} in ${seconds} s`, passed }
}
