import { spawn } from 'node:child_process'
import { endProcess } from './end-process.ts'
import { onStop } from './on-stop.ts'

/**
 * Runs a program in the foreground until it ends, and returns its exit code. Ctrl+C and SIGTERM are passed on, so that
 * it can exit by itself; if it doesn't within 8 s, it is killed. A program that ends at such a stop has succeeded.
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env })
  let isStopped = false
  const stopListening = onStop(() => {
    isStopped = true
    endProcess(child)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      stopListening()
      resolve(code ?? (isStopped ? 0 : 1))
    })
  })
}
