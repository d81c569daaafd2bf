import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { played } from '../played.ts'

type Played = Pick<Electron.UtilityProcess, 'pid' | 'stdout' | 'stderr' | 'postMessage' | 'kill'>

/** Electron's `utilityProcess`: Node's fork, with `process.parentPort` given to the child. */
export function createUtilityProcess() {
  const running = new Set<ChildProcess>()
  const utilityProcess = played('utilityProcess', {
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
      return played('UtilityProcess', new HostUtilityProcess(child))
    },
  })
  return {
    utilityProcess,
    /** Ends every child that still runs. */
    killAll: () => running.forEach((child) => void child.kill()),
  }
}

class HostUtilityProcess extends EventEmitter implements Played {
  private readonly child: ChildProcess

  constructor(child: ChildProcess) {
    super()
    this.child = child
    child.once('spawn', () => this.emit('spawn'))
    child.once('exit', (code) => this.emit('exit', code ?? 1))
    child.on('message', (message) => this.emit('message', message))
    child.on('error', (error) => this.emit('error', 'FatalError', '', error.message))
  }

  get pid(): number | undefined {
    return this.child.pid
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

  kill(): boolean {
    return this.child.kill()
  }
}

const parentPort = (): string => new URL('./parent-port.ts', import.meta.url).href

/** Node's fork needs its own channel beside what the app asks for. */
function stdioOf(asked: Electron.ForkOptions['stdio']): ('pipe' | 'ignore' | 'inherit' | 'ipc')[] {
  const [first = 'inherit', ...more] = Array.isArray(asked) ? asked : [kindOf(asked)]
  const [, out = first, err = first] = [first, ...more]
  return ['ignore', out, err, 'ipc']
}

const kindOf = (asked: string | undefined): 'pipe' | 'ignore' | 'inherit' =>
  asked === 'pipe' || asked === 'ignore' ? asked : 'inherit'
