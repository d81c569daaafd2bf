/**
 * `npm run bench`: Ringside's costs, each figure next to a comparable program's or its limit, measured in the same run.
 */
import { benchAddressBook } from './bench/callers/address-book.ts'
import { benchAlertPath } from './bench/alert-path.ts'
import { benchBundles } from './bench/bundles.ts'
import { benchCadence } from './bench/cadence.ts'
import { benchJournal } from './bench/journal.ts'
import { benchMainStart } from './bench/main-start.ts'
import { benchPollCost } from './bench/poll-cost.ts'
import { benchPopupScreen } from './bench/callers/popup-screen.ts'
import { benchShifts } from './bench/shifts.ts'
import { benchTeamMessages } from './bench/team-messages.ts'
import { benchUnchangedPolls } from './bench/unchanged-polls.ts'
import { benchWatchMemory } from './bench/watch-memory.ts'
import { benchWideAnswer } from './bench/wide-answer.ts'
import { benchWindowUpdate } from './bench/window-update.ts'
import { benchWindowReopen } from './bench/window-reopen.ts'
import { benchWindowStart } from './bench/window-start.ts'
import { given } from './command/given.ts'
import { buildIfStale } from './start/build-if-stale.ts'
import type { Figure } from './bench/figure.ts'

given({
  name: 'bench',
  does: 'Measures what Ringside costs, and prints each figure next to a comparable program’s or its limit.',
  flags: {},
})
await buildIfStale()
const figures: Figure[] = []
for (const bench of [
  benchPollCost,
  benchUnchangedPolls,
  benchWatchMemory,
  benchAlertPath,
  benchPopupScreen,
  benchCadence,
  benchWideAnswer,
  benchTeamMessages,
  benchWindowUpdate,
  benchJournal,
  benchAddressBook,
  benchShifts,
  benchMainStart,
  benchBundles,
  benchWindowStart,
  benchWindowReopen,
]) {
  for (const figure of await bench()) {
    figures.push(figure)
    const { name, value, unit = '', digits = 0, limit } = figure
    const verdict = limit === undefined ? '' : `  (limit ${limit}: ${value <= limit ? '' : 'NOT '}met)`
    process.stdout.write(`${name.padEnd(66)} ${value.toFixed(digits).padStart(9)} ${unit}${verdict}\n`)
  }
}
process.exitCode = figures.some(({ value, limit = Infinity }) => value > limit) ? 1 : 0
