import { type ChildProcess, spawn } from 'node:child_process'

/**
 * Runs a program in the foreground until it ends, and gives its exit code. Ctrl+C and SIGTERM are passed on, so that
 * it ends in its own way; one that does not within 8 s is killed.
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env })
  const stop = (): void => end(child)
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))
    })
  })
}

const END_WITHIN_MS = 8_000 // the browser host itself gives the app five

function end(child: ChildProcess): void {
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS).unref()
}
