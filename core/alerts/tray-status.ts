import type { StatusView } from '../agent-status/status-view.ts'
import type { AgentState } from '../domain.ts'
import type { Settings } from '../settings/settings.ts'
import type { NamedStatus } from '../status-words.ts'
import { isAway } from '../status-words.ts'
import { statusText } from '../words/status-text.ts'
import type { Words } from '../words/words.ts'
import type { TrayItem } from './tray.ts'

export interface TrayStatusInput {
  readonly watch: AgentState
  /** Whether the agent's status can be set. */
  readonly status: StatusView
  readonly settings: Pick<Settings, 'statusNames'>
  readonly words: Words
}

/** The menu entries for the statuses to choose from; none if no status is offered. */
export function statusMenu({ watch, status, settings, words }: TrayStatusInput): readonly TrayItem[] {
  if (status.kind !== 'offered' || watch.agent === null) return []
  const now = watch.agent.status
  const name = (word: NamedStatus): string => statusText({ word, number: null }, settings.statusNames, words)
  const items = status.statuses.map((word): TrayItem => {
    const chosen = word === now.word
    if (word === 'logout' && status.isInCall && !chosen) return confirmLogOut(name(word), words)
    return {
      kind: 'entry',
      label: name(word),
      action: chosen ? null : { do: 'status', status: word },
      chosen,
    }
  })
  const { agentStatus } = words
  const asked: readonly TrayItem[] =
    status.request.kind === 'asked'
      ? [{ kind: 'entry', label: agentStatus.asked(name(status.request.status)), action: null }]
      : []
  const label = agentStatus.now(statusText(now, settings.statusNames, words))
  return [{ kind: 'submenu', label, items: [...asked, ...items] }]
}

/** A menu can't ask for confirmation, so logging out during a call is in a submenu, under a warning. */
const confirmLogOut = (label: string, { agentStatus }: Words): TrayItem => ({
  kind: 'submenu',
  label,
  items: [
    { kind: 'entry', label: agentStatus.inCall, action: null },
    { kind: 'entry', label: agentStatus.logOut, action: { do: 'status', status: 'logout' } },
  ],
})

/** For the tooltip: that no calls arrive in this status; `''` otherwise. */
export function awayPart({ watch, status, settings, words }: TrayStatusInput): readonly string[] {
  if (status.kind === 'off' || watch.connection.kind !== 'live' || watch.agent === null) return []
  const now = watch.agent.status
  if (!isAway(now.word)) return []
  const { away, loggedOut } = words.agentStatus
  return [now.word === 'logout' ? loggedOut : away(statusText(now, settings.statusNames, words))]
}
