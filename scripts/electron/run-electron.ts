import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { Clock } from '../../core/clock.ts'
import { endProcess } from '../start/end-process.ts'
import type { OnStop } from '../start/on-stop.ts'
import { watchSilence } from './silence-watch.ts'
import { START_LIMITS } from './start-limits.ts'

export interface RunElectronParts {
  readonly command: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly clock: Pick<Clock, 'after'>
  /** Receives the program's own output. */
  readonly out: (part: string) => void
  readonly err: (part: string) => void
  readonly onStop: OnStop
}

/** Why the program never started. */
export type StartFailure =
  /** `code` is the system's, such as EACCES. */
  | { readonly kind: 'not-spawned'; readonly code: string }
  | {
      readonly kind: 'died'
      /** Null if a signal ended it. */
      readonly code: number | null
      readonly signal: NodeJS.Signals | null
      readonly stderr: string
    }
  | { readonly kind: 'silent'; readonly ms: number }

export type ElectronRun =
  | { readonly kind: 'ended'; readonly code: number }
  /** By Ctrl+C or SIGTERM, before it had started. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: StartFailure }

/**
 * Runs the program on Electron until it ends. It has started when it prints its first line on stdout, which main does
 * when Electron is ready (electron/main/index.ts). Until then its stderr is held back, because it may be part of a
 * reason; a program that prints nothing for too long is ended.
 */
export async function runElectron(parts: RunElectronParts): Promise<ElectronRun> {
  const { command, args, env } = parts
  try {
    return await follow(spawn(command, args, { env, stdio: ['inherit', 'pipe', 'pipe'] }), parts)
  } catch (error) {
    return { kind: 'failed', failure: { kind: 'not-spawned', code: codeOf(error) } }
  }
}

type Electron = ChildProcessByStdio<null, Readable, Readable>

const { startSilenceMs, endMs } = START_LIMITS

/** Rejects if it can't be spawned. */
function follow(electron: Electron, { clock, out, err, onStop }: RunElectronParts): Promise<ElectronRun> {
  return new Promise((resolve, reject) => {
    let phase: 'starting' | 'started' | 'silent' | 'stopped' = 'starting'
    let printed = ''
    let held = ''
    const end = (why: 'silent' | 'stopped'): void => {
      silence.end()
      if (phase === 'starting') phase = why
      endProcess(electron, endMs, clock)
    }
    const silence = watchSilence(clock, startSilenceMs, () => end('silent'))
    const removeStop = onStop(() => end('stopped'))

    electron.stdout.setEncoding('utf8').on('data', (part: string) => {
      if (phase === 'started') return out(part)
      printed += part
      if (phase !== 'starting') return
      silence.heard()
      if (!printed.includes('\n')) return
      phase = 'started'
      silence.end()
      err(held)
      out(printed)
    })
    electron.stderr.setEncoding('utf8').on('data', (part: string) => {
      if (phase === 'started') return err(part)
      held += part
      if (phase === 'starting') silence.heard()
    })

    function settle(code: number | null, signal: NodeJS.Signals | null): ElectronRun {
      switch (phase) {
        case 'started':
          return { kind: 'ended', code: code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1) }
        case 'stopped':
          return { kind: 'stopped' }
        case 'silent':
          return { kind: 'failed', failure: { kind: 'silent', ms: startSilenceMs } }
        case 'starting':
          return { kind: 'failed', failure: { kind: 'died', code, signal, stderr: held } }
      }
    }
    const release = (): void => {
      silence.end()
      removeStop()
    }
    electron.once('error', (error) => {
      release()
      reject(error)
    })
    electron.once('exit', (code, signal) => {
      release()
      const finish = (): void => {
        cancelLate()
        for (const stream of [electron.stdout, electron.stderr]) stream.destroy()
        resolve(settle(code, signal))
      }
      // A process that it left running, such as a restarted program, may hold its output open.
      const cancelLate = clock.after(LAST_OUTPUT_MS, finish)
      electron.once('close', finish)
    })
  })
}

const LAST_OUTPUT_MS = 1_000

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  return typeof code === 'string' ? code : String(error)
}
