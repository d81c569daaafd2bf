import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { constants } from 'node:os'
import { simulated, type PartOf } from '../simulated.ts'

/** Electron's `utilityProcess`: Node's fork, with `process.parentPort` given to the child. */
export function createUtilityProcess() {
  const running = new Set<ChildProcess>()
  const utilityProcess = simulated('utilityProcess', {
    fork(modulePath: string, args: string[] = [], options: Electron.ForkOptions = {}) {
      const child = fork(modulePath, args, {
        env: { ...(options.env ?? process.env) },
        execArgv: [
          '--disable-warning=ExperimentalWarning',
          '--import',
          parentPort(),
          ...(options.execArgv ?? []),
        ],
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        stdio: stdioOf(options.stdio),
      })
      running.add(child)
      child.once('exit', () => running.delete(child))
      return simulated('UtilityProcess', new HostUtilityProcess(child))
    },
  })
  return {
    utilityProcess,
    /** Ends every child that is still running. */
    killAll: () => running.forEach((child) => void child.kill()),
  }
}

/** Line numbers refer to shell/browser/api/electron_api_utility_process.cc. */
class HostUtilityProcess extends EventEmitter implements PartOf<Electron.UtilityProcess> {
  private readonly child: ChildProcess
  private isRunning = false
  private isKilled = false

  constructor(child: ChildProcess) {
    super()
    this.child = child
    child.once('spawn', () => {
      this.isRunning = true
      this.emit('spawn')
    })
    child.once('exit', (code, signal) => {
      this.isRunning = false
      this.emit('exit', this.isKilled ? 0 : (code ?? numberOf(signal))) // exit code 0 for a killed one (292-308)
    })
    child.on('message', (message) => this.emit('message', message))
    child.on('error', (error) => this.emit('error', 'FatalError', '', error.message))
  }

  /** Undefined before the spawn and after the exit (267, 289). */
  get pid(): number | undefined {
    return this.isRunning ? this.child.pid : undefined
  }

  get stdout(): NodeJS.ReadableStream | null {
    return this.child.stdout
  }

  get stderr(): NodeJS.ReadableStream | null {
    return this.child.stderr
  }

  postMessage(message: unknown): void {
    if (this.child.connected) this.child.send({ message })
  }

  /** Before the spawn it does nothing, and returns false (406-408). */
  kill(): boolean {
    if (!this.isRunning) return false
    this.isKilled = this.child.kill()
    return this.isKilled
  }
}

const numberOf = (signal: NodeJS.Signals | null): number => (signal === null ? 1 : constants.signals[signal])

const parentPort = (): string => new URL('./parent-port.ts', import.meta.url).href

/** Node's fork needs a separate channel in addition to what the app requests. */
function stdioOf(asked: Electron.ForkOptions['stdio']): ('pipe' | 'ignore' | 'inherit' | 'ipc')[] {
  const [first = 'inherit', ...more] = Array.isArray(asked) ? asked : [kindOf(asked)]
  const [, out = first, err = first] = [first, ...more]
  return ['ignore', out, err, 'ipc']
}

const kindOf = (asked: string | undefined): 'pipe' | 'ignore' | 'inherit' =>
  asked === 'pipe' || asked === 'ignore' ? asked : 'inherit'
