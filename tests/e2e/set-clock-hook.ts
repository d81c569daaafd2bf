/**
 * `node --import …/set-clock-hook.ts` with RINGSIDE_CLOCK_FILE: this process's clock is ahead of the computer's by the
 * milliseconds in that file, as if someone had set it; timers are unaffected. Loaded before everything else, so it
 * takes effect when imported.
 */
import { readFileSync } from 'node:fs'

const LOOK_MS = 20
const file = process.env['RINGSIDE_CLOCK_FILE']
const RealDate = Date
let aheadMs = 0

class SetDate extends RealDate {
  constructor(...args: readonly unknown[]) {
    const made: unknown = Reflect.construct(RealDate, args.length === 0 ? [SetDate.now()] : args)
    super(made instanceof RealDate ? made.getTime() : Number.NaN)
  }

  static override now(): number {
    return RealDate.now() + aheadMs
  }
}

if (file !== undefined) {
  Reflect.set(globalThis, 'Date', SetDate)
  setInterval(() => (aheadMs = Number(readFileSync(file, 'utf8'))), LOOK_MS).unref()
}
