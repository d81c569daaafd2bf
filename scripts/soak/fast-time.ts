/**
 * `node --import …/fast-time.ts` with RINGSIDE_FAST_TIME=N: in this process the clock and the timers run N times as
 * fast. The program doesn't notice, and at 60 eight hours take eight minutes. Loaded before everything else, so it
 * takes effect when imported, and it imports nothing.
 */
const speed = Number(process.env['RINGSIDE_FAST_TIME'] ?? 1)
const RealDate = Date
const startedAt = RealDate.now()
const steadily = performance.now.bind(performance)
const steadyFrom = steadily()

const fastNow = (): number => Math.round(startedAt + (RealDate.now() - startedAt) * speed)

class FastDate extends RealDate {
  constructor(...args: readonly unknown[]) {
    const made: unknown = Reflect.construct(RealDate, args.length === 0 ? [fastNow()] : args)
    super(made instanceof RealDate ? made.getTime() : Number.NaN)
  }

  static override now(): number {
    return fastNow()
  }
}

function quicken(name: 'setTimeout' | 'setInterval'): void {
  const real: unknown = Reflect.get(globalThis, name)
  if (typeof real !== 'function') return
  const quick = (run: unknown, ms: unknown, ...args: readonly unknown[]): unknown =>
    Reflect.apply(real, globalThis, [run, Number(ms ?? 0) / speed, ...args])
  Reflect.set(globalThis, name, quick)
}

if (speed > 1) {
  Reflect.set(globalThis, 'Date', FastDate)
  Reflect.set(performance, 'now', () => steadyFrom + (steadily() - steadyFrom) * speed)
  quicken('setTimeout')
  quicken('setInterval')
}
