import { expect, it } from 'vitest'
import { withDeadline } from './deadline.ts'

/** A manually operated timer. */
function handTimer() {
  const timers = new Set<() => void>()
  return {
    after: (_ms: number, run: () => void) => {
      timers.add(run)
      return () => void timers.delete(run)
    },
    fire: () => timers.forEach((run) => run()),
    running: () => timers.size,
  }
}

const never = (): Promise<never> => new Promise(() => undefined)

it('returns the work’s result, and cancels the timer', async () => {
  const timer = handTimer()
  expect(
    await withDeadline(() => Promise.resolve('done'), 8_000, new AbortController().signal, timer.after),
  ).toBe('done')
  await Promise.resolve()
  expect(timer.running()).toBe(0)
})

it('aborts work when the time is up, even if it ignores its signal', async () => {
  const timer = handTimer()
  const signals: AbortSignal[] = []
  const outcome = withDeadline(
    (signal) => (signals.push(signal), never()),
    8_000,
    new AbortController().signal,
    timer.after,
  )
  timer.fire()
  expect(await outcome).toEqual({ kind: 'unreachable', why: 'timeout' })
  expect(signals[0]?.aborted).toBe(true)
})

it('ends when the caller aborts, and distinguishes that from a timeout', async () => {
  const timer = handTimer()
  const caller = new AbortController()
  const outcome = withDeadline(never, 8_000, caller.signal, timer.after)
  caller.abort()
  expect(await outcome).toEqual({ kind: 'unreachable', why: 'aborted' })
  expect(timer.running()).toBe(0)
})

it('rethrows the work’s errors', async () => {
  const timer = handTimer()
  const work = (): Promise<never> => Promise.reject(new Error('bug'))
  await expect(withDeadline(work, 8_000, new AbortController().signal, timer.after)).rejects.toThrow('bug')
})
