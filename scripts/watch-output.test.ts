import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { en } from '../core/words/en.ts'
import { watchOutput } from './watch-output.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A process with these streams, and what it exits with. */
function started() {
  const signals = new Map<string, () => void>()
  const exit = vi.fn<(code?: number) => void>()
  const process = {
    ...{ stdout: new PassThrough(), stderr: new PassThrough(), exitCode: undefined, exit },
    once: (signal: string, end: () => void) => signals.set(signal, end),
  }
  const output = watchOutput({
    ...{ process: process as unknown as NodeJS.Process, onEnd: () => undefined, words: en.terminal },
  })
  return { process, output, exit, signal: (name: string) => signals.get(name)?.() }
}

it.each(['SIGINT', 'SIGTERM'])('%s is a clean stop if everything was read', (name) => {
  const { process, output, exit, signal } = started()
  output.line('{}')
  process.stdout.resume()
  signal(name)
  vi.advanceTimersByTime(2_000)
  expect(process.exitCode).toBe(0)
  expect(exit).not.toHaveBeenCalledWith(1)
})

it.each(['stdout', 'stderr'] as const)('an error on %s is no clean stop, not even after SIGTERM', (which) => {
  const { process, output, exit, signal } = started()
  output.line('{}')
  process.stdout.resume()
  signal('SIGTERM')
  process[which].emit('error', Object.assign(new Error('broken pipe'), { code: 'EPIPE' }))
  expect(process.exitCode).toBe(1)
  vi.advanceTimersByTime(2_000)
  expect(exit).not.toHaveBeenCalledWith(0)
})
