import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { hostCommand, type HostCommandOptions } from './host-command.ts'

export interface StartOptions extends Pick<HostCommandOptions, 'profile' | 'argv' | 'port' | 'app' | 'as'> {
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>
}

export interface RunningHost {
  readonly origin: string
  /** An address of the desktop page that hasn't been returned before: each is valid for one visit. */
  address(): Promise<string>
  /** What host and app have printed so far; it grows, even if the app restarts itself. */
  readonly lines: readonly string[]
  /** The same for stderr. */
  readonly errors: readonly string[]
  /** Settles with the exit code when the process has ended, for whatever reason. */
  readonly ended: Promise<number>
  /** Ends it as Ctrl+C does, and waits for it. */
  stop(): Promise<void>
}

const START_WITHIN_MS = 20_000 // a busy machine needs some seconds
const STOP_WITHIN_MS = 8_000 // the host gives the app five seconds

/**
 * Runs the built app in the browser host as a child process, for tests and measurements: in English, whatever this
 * computer's language, unless `env` says otherwise. Settles when its desktop can be opened. Rejects with the content of
 * its stderr if it ends before that, as a second start of the same profile does.
 */
export async function startBrowserHost(options: StartOptions): Promise<RunningHost> {
  const child = spawn(process.execPath, hostCommand(options), {
    env: { ...process.env, LANGUAGE: 'en', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const errors: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line))
  const ended = endOf(child)
  let pid = child.pid ?? null
  void ended.then(() => (pid = null))
  const addresses = createAddresses()
  const first = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`No desktop within ${START_WITHIN_MS} ms.\n${errors.join('\n')}`))
    }, START_WITHIN_MS)
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      const again = /^The app starts again as process (\d+)$/.exec(line)?.[1]
      if (again !== undefined) pid = Number(again)
      const found = /^Ringside desktop: (\S+)$/.exec(line)?.[1]
      if (found !== undefined) {
        addresses.printed(found)
        resolve(found)
      }
    })
    void ended.then((code) => reject(new Error(`The host ended with ${code}.\n${errors.join('\n')}`)))
    void ended.finally(() => clearTimeout(late))
    child.stdout.once('data', () => clearTimeout(late))
  })
  const { origin } = new URL(first)
  return { origin, address: addresses.take, lines, errors, ended, stop: () => stop(() => pid, ended) }
}

/** The last printed address that hasn't been used; callers wait until there is one. */
function createAddresses(): { printed(address: string): void; take(): Promise<string> } {
  let unused: string | null = null
  const waiting: ((address: string) => void)[] = []
  return {
    printed(address) {
      const next = waiting.shift()
      if (next === undefined) unused = address
      else next(address)
    },
    take() {
      const address = unused
      unused = null
      return address === null ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(address)
    },
  }
}

function endOf(child: ChildProcess): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  child.once('close', (code) => resolve(code ?? 1))
  child.once('error', () => resolve(1))
  return promise
}

/** `pid`: of the running process; null after it has ended. */
async function stop(pid: () => number | null, ended: Promise<number>): Promise<void> {
  const force = setTimeout(() => kill(pid(), 'SIGKILL'), STOP_WITHIN_MS)
  kill(pid(), 'SIGTERM')
  await ended
  clearTimeout(force)
}

function kill(pid: number | null, signal: NodeJS.Signals): void {
  try {
    if (pid !== null) process.kill(pid, signal)
  } catch {
    // It has ended by itself.
  }
}
