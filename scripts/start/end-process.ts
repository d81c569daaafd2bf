import type { ChildProcess } from 'node:child_process'
import { type Clock, systemClock } from '../../core/clock.ts'

/** Asks a process to exit; after `withinMs`, ends it by force. */
export function endProcess(
  child: ChildProcess,
  withinMs = END_WITHIN_MS,
  clock: Pick<Clock, 'after'> = systemClock(),
): void {
  child.kill('SIGTERM')
  child.once(
    'exit',
    clock.after(withinMs, () => void child.kill('SIGKILL')),
  )
}

const END_WITHIN_MS = 8_000 // the browser host itself gives the app five seconds
