import type { CallLogAnswer } from '../../core/call-log/call-log-answer.ts'
import type { Connection, Doubt, Failure } from '../../core/connection.ts'
import { troubleOf } from '../../core/popup-screen/popup-screen-view.ts'
import type { Words } from '../../core/words/words.ts'
import { troubleLines } from '../../core/words/callers/popup-screen-trouble.ts'
import type { CallLogMeasure } from './call-log-faults.ts'
import type { FaultMeasure } from './measure-fault.ts'
import type { PopupScreenMeasure } from './popup-screen-faults.ts'

/** What the page shows. */
export interface FaultMeasures {
  readonly measures: readonly FaultMeasure[]
  readonly logMeasures: readonly CallLogMeasure[]
  readonly nameMeasures: readonly PopupScreenMeasure[]
}

/**
 * The tables as a page of docs/. `extension`: what the session requested when it was told that there is no such
 * extension.
 */
export function faultPage(
  { measures, logMeasures, nameMeasures }: FaultMeasures,
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
    '# Faults: what the agent sees, and how long recovery takes',
    '',
    `Measured by \`npm run generate -- faults\` over real sockets: the simulator in its own process, the real client and session, a poll every ${pollSeconds} s. Each fault lasts until it has been noticed once (a wrong code and an unknown extension: until a second response confirmed it) and is then fixed; the seconds are counted from there to the next good response. The wait after a failure is random (at least the poll gap, more after each failure in a row, 30 s at most), so another run gives different seconds. "Retry now" and a returning network don’t wait.`,
    '',
    stayed
      ? 'During each fault, the known call stayed on screen.'
      : 'During some faults, the known call did NOT stay on screen.',
    '',
    ...table(['fault', 'connection', 'outcome', 'what the agent sees', 'seconds to recovery'], rows),
    '',
    ...callLogPart(logMeasures, words),
    ...callerNamesPart(nameMeasures, words),
  ].join('\n')
}

/** An odd response is no failure: what can be used of it is used. */
function callLogPart(measures: readonly CallLogMeasure[], words: Words): readonly string[] {
  const rows = measures.map(({ name, attempt }) =>
    attempt.kind === 'reached'
      ? [name, ['reached', ...oddities(attempt.answer)].join(', '), '', usedOf(attempt.answer)]
      : [name, failureOutcome(attempt), words.callLog.failure(attempt), 'nothing'],
  )
  return [
    '## The call log',
    '',
    'One request during each fault, for a span with an answered and a missed call. After a failure, and after a response that is complete for no part of the span, the wait until the next request doubles: 5, 10, 20, 40 minutes, and up to twice that at random; nothing that is stored is lost. The sentence is shown in the settings, under _History_.',
    '',
    ...table(['fault', 'outcome', 'what the agent sees', 'what is used'], rows),
    '',
  ]
}

/** What can be used of an odd response is used. */
function callerNamesPart(measures: readonly PopupScreenMeasure[], words: Words): readonly string[] {
  const rows = measures.map(({ name, outcome: result }) => {
    const trouble = troubleLines(troubleOf(result), words).join(' ')
    if (result.kind === 'not-ok') return [name, `STATUS: ${result.status}`, trouble, 'nothing']
    if (result.kind !== 'read') return [name, failureOutcome(result), trouble, 'nothing']
    const { name: client, company, matches, url } = result.caller
    const used = [
      client === '' ? [] : ['name'],
      company === '' ? [] : ['company'],
      matches === null ? [] : ['matches'],
      url === '' ? [] : ['page'],
    ].flat()
    return [name, 'reached', trouble, used.join(', ') || 'nothing']
  })
  return [
    '## Caller names',
    '',
    'One request to the [Popup Screen endpoint](popup-screen.md) during each fault, for a caller whom it knows. There is no retry: the next phase of the call is the next request. The alert is there before, and keeps the number. The sentence is shown in the settings, under _Caller names from your organisation_.',
    '',
    ...table(['fault', 'outcome', 'what the agent sees', 'what is used'], rows),
    '',
  ]
}

const oddities = ({ problems }: CallLogAnswer): readonly string[] =>
  problems.map(({ what, count }) => `${count} × ${what}`)

function usedOf({ calls, covered }: CallLogAnswer): string {
  const used = `${calls.length} ${calls.length === 1 ? 'call' : 'calls'}`
  return covered === null ? `${used}; the span is requested again` : used
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
  return failure === null ? 'reached' : failureOutcome(failure)
}

function failureOutcome(failure: Failure | Doubt): string {
  switch (failure.kind) {
    case 'limited':
      return `limited: ${failure.retryAfterMs === null ? 'no time given' : `${failure.retryAfterMs / 1000} s`}`
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
