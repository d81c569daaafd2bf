import type { WindowState } from '../../../core/contract.ts'
import type { PopupView } from '../../../core/ipc/popup-view.ts'
import type { Call, CallKey } from '../../../core/domain.ts'

/** What the popup's page may show of the state. */
export type PopupState = Pick<WindowState, 'watch' | 'stories' | 'callNotes' | 'journalTrouble'>

/** Everything the popup shows for these calls. `ended`: those of them that are over. In privacy mode no story and no note. */
export function popupView(
  calls: readonly Call[],
  { watch, stories, callNotes, journalTrouble }: PopupState,
  shown: {
    readonly revision: number
    readonly speaks: boolean
    readonly privacy: boolean
    readonly writing: CallKey | null
    readonly ended: (key: CallKey) => boolean
  },
): PopupView {
  const keys = shown.privacy ? [] : calls.map(({ key }) => key)
  const writing = keys.find((key) => key === shown.writing)
  return {
    revision: shown.revision,
    calls,
    speaks: shown.speaks,
    agent: watch.agent?.name ?? '',
    stories: only(stories, keys),
    callNotes: only(callNotes, keys),
    note:
      writing === undefined
        ? null
        : { call: writing, ended: shown.ended(writing), held: journalTrouble?.kind === 'memory' },
  }
}

function only<T>(all: Readonly<Record<CallKey, T>>, keys: readonly CallKey[]): Readonly<Record<CallKey, T>> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)))
}
