/**
 * An endless busy day, written into a journal as fast as possible, until killed:
 * `node busy-stream.ts FILE SEED FIRST-STEP`. Prints each step to stdout once it is stored.
 */
import { writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { SeenCall } from '../../domain.ts'
import { seenCall } from '../../testing/seen.ts'
import { openJournal } from '../open-journal.ts'
import { createWatcher } from './watcher.ts'

export const BUSY_START = 1_790_000_000_000
export const BUSY_GAP_MS = 5_000
const STEPS_A_CALL = 6

/** The calls in a step's response: three at a time, each lasting six steps, no two alike. */
export function busyAnswer(seed: number, step: number): readonly SeenCall[] {
  return [0, 2, 4].map((lag) => {
    const index = Math.floor((step + lag) / STEPS_A_CALL)
    const age = (step + lag) % STEPS_A_CALL
    const talking = age >= 2 && (seed + index) % 3 !== 0
    const held = talking && age === 4
    return seenCall({
      ivrid: `${lag}-${index}`,
      phase: held ? 'held' : talking ? 'talking' : 'ringing',
      answered: talking,
    })
  })
}

export const busyTime = (step: number): number => BUSY_START + step * BUSY_GAP_MS

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , path = ':memory:', seed = '0', first = '0'] = process.argv
  const { journal } = openJournal({
    path,
    now: () => busyTime(Number(first)),
    log: (line) => console.error(line),
  })
  const watcher = createWatcher()
  for (let step = Number(first); ; step++) {
    journal.record(watcher.see(busyAnswer(Number(seed), step), busyTime(step)), busyTime(step))
    writeSync(1, `${step}\n`)
  }
}
