import type { Connection } from '../../../core/connection.ts'
import type { AgentState } from '../../../core/domain.ts'
import type { TakenStep } from '../taken-step.ts'
import type { View } from '../view.ts'
import type { Violation } from '../violation.ts'

const RULE = 'state is the last response'

const PHASES = {
  Ringing: 'ringing',
  Dialing: 'dialing',
  Talking: 'talking',
  Hold: 'held',
  Ended: 'ended',
} as const

/**
 * The state shown is that of the last good response about the watched extension, or empty if none is watched; and the
 * connection is the outcome of the last request about it.
 */
export function stateIsLastResponse(steps: readonly TakenStep[]): readonly Violation[] {
  const found: Violation[] = []
  let stay = 0
  let last: View | null = null
  let known = false
  let run = 0
  for (const step of steps) {
    const { at, what, state, computerAt } = step
    if (step.stay !== stay || what.kind === 'left' || what.kind === 'nowhere') last = null
    if (step.run !== run) known = false
    stay = step.stay
    run = step.run
    if (what.kind === 'ended') continue // nothing is shown any more
    if (what.kind === 'good') last = what.view
    if (what.kind === 'left' || (what.kind === 'good' && what.passing)) continue // the next extension's state is already shown
    known ||= what.kind === 'good' || what.kind === 'nowhere'
    const texts = [
      ...(last === null ? nothingOf(state) : asIn(last, state)),
      ...connectionTexts(step, known && state.lastGoodAt !== null),
    ]
    if ((what.kind === 'good' || what.kind === 'nowhere') && state.lastGoodAt !== computerAt)
      texts.push('the age of the last good response is wrong')
    found.push(...texts.map((text) => ({ rule: RULE, at, what: text })))
  }
  return found
}

const nothingOf = (state: AgentState): readonly string[] =>
  state.calls.length === 0 && state.agent === null
    ? []
    : ['something is shown although no extension is watched']

function asIn(view: View, { calls, agent }: AgentState): string[] {
  const said = view.calls
    .map(({ key, word, muted }) => `${key} ${PHASES[word]}${muted ? ' muted' : ''}`)
    .toSorted()
  const shown = calls
    .map(({ key, phase, recording }) => `${key} ${phase}${recording.state === 'muted' ? ' muted' : ''}`)
    .toSorted()
  const texts: string[] = []
  if (said.join() !== shown.join()) texts.push(`shown [${shown.join()}], said [${said.join()}]`)
  for (const { key, phone, name } of calls) {
    const call = view.calls.find((one) => one.key === key)
    if (call !== undefined && (call.phone !== phone.received || call.name !== name))
      texts.push(`${key} is shown with ${phone.received} ${name}, but is with ${call.phone} ${call.name}`)
  }
  if (agent?.status.number !== view.status)
    texts.push(`status ${agent?.status.number} shown, ${view.status} said`)
  if (agent?.name !== view.representative) texts.push('another person than the one logged in')
  return texts
}

function connectionTexts({ what, state: { connection } }: TakenStep, known: boolean): readonly string[] {
  const wanted = wantedConnection(what, known)
  if (wanted === null) return []
  const is = describe(connection)
  return is === wanted ? [] : [`connection ${is}, and should be ${wanted}`]
}

const describe = (connection: Connection): string =>
  'why' in connection ? `${connection.kind} ${connection.why}` : connection.kind

function wantedConnection(what: TakenStep['what'], known: boolean): string | null {
  switch (what.kind) {
    case 'good':
    case 'nowhere':
      return 'live'
    case 'unknown-extension':
      return 'unknown-extension'
    case 'failed':
      if (what.why === 'refused-code' || what.why === 'refused-err') return 'refused code'
      if (what.why === 'refused-address') return 'refused address'
      return known ? 'stale' : 'connecting'
    case 'began':
    case 'slept':
    case 'woke':
    case 'clock-set':
    case 'ended':
    case 'held':
    case 'aside':
    case 'left':
      return null
  }
}
