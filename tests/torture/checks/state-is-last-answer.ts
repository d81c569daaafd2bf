import type { AgentState, Connection } from '../../../core/domain.ts'
import type { Step } from '../step.ts'
import type { View } from '../view.ts'
import type { Violation } from '../violation.ts'

const RULE = 'state is the last answer'

const PHASES = {
  Ringing: 'ringing',
  Dialing: 'dialing',
  Talking: 'talking',
  Hold: 'held',
  Ended: 'ended',
} as const

/** What is shown is what the last good answer said, and the connection is what the last question came to. */
export function stateIsLastAnswer(steps: readonly Step[]): readonly Violation[] {
  const found: Violation[] = []
  let run = 0
  let last: { readonly view: View; readonly computerAt: number } | null = null
  for (const step of steps) {
    const { at, what, state, computerAt } = step
    if (step.run !== run) last = null
    run = step.run
    if (what.kind === 'ended') continue // nothing is shown any more
    if (what.kind === 'good') last = { view: what.view, computerAt }
    const texts = [
      ...(last === null ? nothingYet(state) : asIn(last.view, state)),
      ...connectionTexts(step, last !== null),
    ]
    if (last !== null && state.lastGoodAt !== last.computerAt && what.kind === 'good')
      texts.push('the age of the last good answer is wrong')
    found.push(...texts.map((text) => ({ rule: RULE, at, what: text })))
  }
  return found
}

const nothingYet = (state: AgentState): readonly string[] =>
  state.calls.length === 0 && state.agent === null ? [] : ['something is known before any answer']

function asIn(view: View, { calls, agent }: AgentState): string[] {
  const said = view.calls
    .map(({ ivrid, word, muted }) => `${ivrid} ${PHASES[word]}${muted ? ' muted' : ''}`)
    .toSorted()
  const shown = calls
    .map(({ ivrid, phase, recording }) => `${ivrid} ${phase}${recording.state === 'muted' ? ' muted' : ''}`)
    .toSorted()
  const texts: string[] = []
  if (said.join() !== shown.join()) texts.push(`shown [${shown.join()}], said [${said.join()}]`)
  if (agent?.status.number !== view.status)
    texts.push(`status ${agent?.status.number} shown, ${view.status} said`)
  if (agent?.name !== view.representative) texts.push('another person than the one logged in')
  return texts
}

function connectionTexts({ what, state: { connection } }: Step, known: boolean): readonly string[] {
  const wanted = wantedConnection(what, known)
  if (wanted === null) return []
  const is = describe(connection)
  return is === wanted ? [] : [`connection ${is}, and should be ${wanted}`]
}

const describe = (connection: Connection): string =>
  'why' in connection ? `${connection.kind} ${connection.why}` : connection.kind

function wantedConnection(what: Step['what'], known: boolean): string | null {
  switch (what.kind) {
    case 'good':
      return 'live'
    case 'unknown-extension':
      return 'unknown-extension'
    case 'failed':
      if (what.why === 'refused-code') return 'refused code'
      if (what.why === 'refused-address') return 'refused address'
      return known ? 'stale' : 'connecting'
    case 'began':
    case 'slept':
    case 'woke':
    case 'clock-set':
    case 'ended':
      return null
  }
}
