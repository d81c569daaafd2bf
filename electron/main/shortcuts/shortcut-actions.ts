import type { Copied, PageOpened, WindowState } from '../../../core/contract.ts'
import type { Call, CallKey } from '../../../core/domain.ts'
import type { GlobalAction } from '../../../core/settings/settings.ts'
import type { Words } from '../../../core/words/words.ts'
import { callForShortcut } from './call-for-shortcut.ts'

export interface ShortcutActionParts {
  readonly state: () => Pick<WindowState, 'watch' | 'recordings'>
  /** The last call that is kept; null before any. */
  readonly lastKept: () => CallKey | null
  readonly words: () => Words
  readonly open: () => void
  readonly copy: (call: CallKey) => Promise<Copied>
  readonly mute: (call: CallKey, muted: boolean) => void
  readonly openPage: (call: CallKey) => Promise<PageOpened>
  readonly privacy: () => boolean
  /** False where it may not be changed. */
  readonly setPrivacy: (on: boolean) => boolean
  /** Says a word to the person: what a key did can't be seen. */
  readonly tell: (sentence: string) => void
}

/** Does what a key that works in every program is for, for the call that the person means by it. */
export function createShortcutActions(parts: ShortcutActionParts): (action: GlobalAction) => void {
  const told = (): Words['keys']['told'] => parts.words().keys.told
  const current = (): CallKey | null => callForShortcut(parts.state().watch.calls) ?? parts.lastKept()

  async function copy(): Promise<void> {
    const call = current()
    parts.tell(call === null ? told()['no-call'] : told()[(await parts.copy(call)).kind])
  }

  /** A page that opens is seen. */
  async function openPage(): Promise<void> {
    const call = current()
    if (call === null) return parts.tell(told()['no-call'])
    const { kind } = await parts.openPage(call)
    if (kind === 'no-such-rule') parts.tell(told()['no-page'])
    else if (kind !== 'opened') parts.tell(told()['page-failed'])
  }

  function mute(): void {
    const { watch, recordings } = parts.state()
    const call = callForShortcut(watch.calls.filter(isMutable))
    if (call === null) return parts.tell(told()['not-connected'])
    const muted = recordings[call]?.toggle !== 'unmute'
    parts.mute(call, muted)
    parts.tell(muted ? told().muting : told().resuming)
  }

  function turnPrivacy(): void {
    const on = !parts.privacy()
    if (!parts.setPrivacy(on)) return parts.tell(told().locked)
    parts.tell(on ? parts.words().privacy.on : parts.words().privacy.off)
  }

  return (action) => {
    switch (action) {
      case 'show':
        return parts.open()
      case 'copy':
        return void copy()
      case 'mute':
        return mute()
      case 'crm':
        return void openPage()
      case 'privacy':
        return turnPrivacy()
    }
  }
}

/** Before anyone talks there is nothing to mute. */
const isMutable = ({ connected, recording }: Call): boolean => connected || recording.state === 'muted'
