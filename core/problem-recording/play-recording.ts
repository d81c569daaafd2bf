import type { Words } from '../words/words.ts'
import { createSideRequests } from './side-requests.ts'
import type { Decision } from './decision.ts'
import type { RecordedEntry, Recording } from './recording.ts'
import { createTapeClock, type TurnedClock } from './tape-clock.ts'
import { createWatching } from './replayed-session.ts'

export interface PlayParts {
  /** A separate clock that shows `at`, epoch ms. */
  readonly clockAt: (at: number) => TurnedClock
  readonly words: Words
}

/**
 * Makes all decisions again: the recorded responses go through the client's schema, the session and the planning of
 * alerts, each at its own time. Returns the decisions in the order of their times.
 */
export async function playRecording(
  { header, entries }: Recording,
  { clockAt, words }: PlayParts,
): Promise<readonly Decision[]> {
  const known = [header.known, header.around?.waiting].flatMap((one) => one?.at ?? [])
  const clock = () => createTapeClock(clockAt(Math.min(header.startedAt, ...known)))
  const isWide = header.wideView === true || header.around !== undefined
  const watching = createWatching(header, clock(), words)
  const sideRequests = createSideRequests(header, clock(), words)
  await watching.begin()
  for (const entry of entries.toSorted((one, other) => beganAt(one) - beganAt(other))) {
    if (entry.kind === 'mark') await watching.mark(entry)
    else {
      const isMain = entry.method === 'extensions' && entry.one
      if (isMain || (isWide && entry.method !== 'mute')) await watching.poll(entry)
      if (!isMain) await sideRequests.ask(entry)
    }
  }
  watching.end()
  return [...watching.decisions(), ...sideRequests.decisions()].toSorted((one, other) => one.at - other.at)
}

const beganAt = (entry: RecordedEntry): number => (entry.kind === 'mark' ? entry.at : entry.sentAt)
