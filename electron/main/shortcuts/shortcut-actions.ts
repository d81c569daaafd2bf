import type { Copied, PageOpened, WindowState } from '../../../core/contract.ts'
import type { Call, CallKey } from '../../../core/domain.ts'
import type { GlobalAction } from '../../../core/settings/settings.ts'
import type { Words } from '../../../core/words/words.ts'

export interface ShortcutActionParts {
  readonly state: () => Pick<WindowState, 'watch' | 'recordings'>
  /** The last stored call; null if there is none. */
  readonly lastStored: () => CallKey | null
  readonly words: () => Words
  readonly open: () => void
  readonly copy: (call: CallKey) => Promise<Copied>
  readonly mute: (call: CallKey, muted: boolean) => void
  readonly openPage: (call: CallKey) => Promise<PageOpened>
  readonly privacy: () => boolean
  /** False if it may not be changed. */
  readonly setPrivacy: (on: boolean) => boolean
  /** Shows the confirmation for calling the number on the clipboard. */
  readonly dial: () => void
  /** Shows the user a short message: what a shortcut did can't be seen. */
  readonly showFeedback: (sentence: string) => void
}

/** Carries out a global shortcut, for the call that it acts on. */
export function createShortcutActions(parts: ShortcutActionParts): (action: GlobalAction) => void {
  const feedback = (): Words['keys']['feedback'] => parts.words().keys.feedback
  const current = (): CallKey | null => callForShortcut(parts.state().watch.calls) ?? parts.lastStored()

  async function copy(): Promise<void> {
    const call = current()
    parts.showFeedback(call === null ? feedback()['no-call'] : feedback()[(await parts.copy(call)).kind])
  }

  /** No message if a page opens: that is visible anyway. */
  async function openPage(): Promise<void> {
    const call = current()
    if (call === null) return parts.showFeedback(feedback()['no-call'])
    const { kind } = await parts.openPage(call)
    if (kind === 'no-such-rule') parts.showFeedback(feedback()['no-page'])
    else if (kind !== 'opened') parts.showFeedback(feedback()['page-failed'])
  }

  function mute(): void {
    const { watch, recordings } = parts.state()
    const call = callForShortcut(watch.calls.filter(isMutable))
    if (call === null) return parts.showFeedback(feedback()['not-connected'])
    const muted = recordings[call]?.toggle !== 'unmute'
    parts.mute(call, muted)
    parts.showFeedback(muted ? feedback().muting : feedback().resuming)
  }

  function turnPrivacy(): void {
    const on = !parts.privacy()
    if (!parts.setPrivacy(on)) return parts.showFeedback(feedback().locked)
    parts.showFeedback(on ? parts.words().privacy.on : parts.words().privacy.off)
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
      case 'dial':
        return parts.dial()
    }
  }
}

/** Before the call is answered there is nothing to mute. */
const isMutable = ({ connected, recording }: Call): boolean => connected || recording.state === 'muted'

const PRESSING = ['ringing', 'talking', 'other', 'dialing', 'held'] as const

/**
 * The call that a shortcut acts on: the ringing one, otherwise the active one, otherwise the held one; null if there is
 * none.
 */
export function callForShortcut(calls: readonly Pick<Call, 'key' | 'phase'>[]): CallKey | null {
  const [phase] = PRESSING.filter((one) => calls.some((call) => call.phase === one))
  return calls.find((call) => call.phase === phase)?.key ?? null
}
