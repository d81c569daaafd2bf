import type { Call } from '../../core/domain.ts'
import type { NumberFormat } from '../../core/settings/settings.ts'
import { phoneText, shownPhone } from '../../core/words/formats.ts'
import type { StartWords as Words } from '../../core/words/words.ts'
import { shownText } from '../parts/shown-text.ts'
import { waitedLine } from '../queues/waited-line.ts'

/** What to announce about a change: `assertive` for new rings, `polite` for the rest; empty for nothing. */
export interface Announcement {
  readonly assertive: readonly string[]
  readonly polite: readonly string[]
}

/**
 * Compares two lists of calls. A ring is announced once, when it starts; with nothing before (`null`), only rings are.
 */
export function announcement(
  before: readonly Call[] | null,
  after: readonly Call[],
  words: Words,
  format: NumberFormat,
): Announcement {
  const was = new Map(before?.map((call) => [call.key, call]))
  const changed = after.filter((call) => was.get(call.key)?.phase !== call.phase)
  const ended = before?.filter((call) => after.every((other) => other.key !== call.key)) ?? []
  const others = before === null ? [] : changed.filter((call) => call.phase !== 'ringing')
  const muted = after.filter((call) => recordingTurned(was.get(call.key), call))
  const describe = (state: string, call: Call): string =>
    words.spoken.state(state, caller(call, words, format))
  return {
    assertive: changed.filter((call) => call.phase === 'ringing').map((call) => ringing(call, words, format)),
    polite: [
      ...others.map((call) => describe(words.call.phase(call.phase, call.statusWord), call)),
      ...muted.map((call) =>
        describe(call.recording.state === 'muted' ? words.call.recordingMuted : words.call.recording, call),
      ),
      ...ended.map((call) => describe(words.spoken.gone, call)),
    ],
  }
}

function recordingTurned(before: Call | undefined, after: Call): boolean {
  if (before === undefined || before.recording.state === after.recording.state) return false
  return after.recording.state === 'muted' || before.recording.state === 'muted'
}

function ringing(call: Call, words: Words, format: NumberFormat): string {
  const line = call.did === null ? '' : words.call.dialled(phoneText(call.did, format))
  const waited = call.waited === undefined ? '' : waitedLine(call.waited, words)
  return [words.alert.ringing(caller(call, words, format)), shownText(call.name), line, waited]
    .filter((part) => part !== '')
    .join(words.comma)
}

const caller = (call: Call, words: Words, format: NumberFormat): string =>
  shownText(shownPhone(call.phone, format)) || words.call.withheld
