import type { Connection, Doubt, Failure } from '../../core/connection.ts'
import type { Words } from '../../core/words/words.ts'
import type { FaultMeasure } from './measure-fault.ts'

/** The table as a page of docs/. `extension`: what the session asked for when it was told that there is none. */
export function faultPage(
  measures: readonly FaultMeasure[],
  words: Words,
  pollSeconds: number,
  extension: string,
): string {
  const rows = measures.map((one) => [
    one.name,
    one.connection?.kind ?? 'live',
    outcome(one.connection),
    sentence(one.connection, words, extension),
    one.recoverySeconds === null ? '' : one.recoverySeconds.toFixed(1),
  ])
  const stayed = measures.every(({ callsStayed }) => callsStayed)
  return [
    '# What goes wrong, what the agent reads, and how soon it is over',
    '',
    `Measured by \`npm run generate -- faults\` over real sockets: the simulator as a program of its own, the real client and session, a poll every ${pollSeconds} s. Each fault lasts until it was noticed once (a wrong code and an unknown extension: until a second response confirmed it) and is then fixed; the seconds run from there to the next good response. The wait after a failure is drawn anew each time (at least the poll gap, more after each failure in a row, 30 s at most), so another run gives other seconds. "Retry now" and a network that returns do not wait.`,
    '',
    stayed
      ? 'During each of them the call that was known stayed on screen.'
      : 'NOT during each of them did the call that was known stay on screen.',
    '',
    ...table(['fault', 'connection', 'outcome', 'what the agent reads', 'seconds to recovery'], rows),
    '',
  ].join('\n')
}

function failureOf(connection: Connection | null): Failure | Doubt | null {
  switch (connection?.kind) {
    case 'stale':
    case 'connecting':
      return connection.failure
    case 'refused':
      return { kind: 'refused', why: connection.why }
    case 'live':
    case 'paused':
    case 'unknown-extension':
    case undefined:
      return null
  }
}

function outcome(connection: Connection | null): string {
  const failure = failureOf(connection)
  switch (failure?.kind) {
    case undefined:
      return 'reached'
    case 'limited':
      return `limited: ${failure.retryAfterMs === null ? 'no time told' : `${failure.retryAfterMs / 1000} s`}`
    case 'faulty':
      return `faulty: HTTP ${failure.status}${failure.err === null ? '' : `, ERR ${failure.err}`}`
    case 'refused':
    case 'malformed':
    case 'doubtful':
    case 'unreachable':
      return `${failure.kind}: ${failure.why}`
  }
}

function sentence(connection: Connection | null, words: Words, extension: string): string {
  const failure = failureOf(connection)
  if (failure !== null) return words.failure(failure)
  return connection?.kind === 'unknown-extension' ? words.connection.unknownExtensionLong(extension) : ''
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)]
}
