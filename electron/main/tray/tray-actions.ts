import type { TrayAction } from '../../../core/alerts/tray.ts'
import type { Show } from '../../../core/contract.ts'
import type { CallKey, CopyWhat } from '../../../core/domain.ts'
import type { NamedStatus } from '../../../core/status-words.ts'

export interface TrayActionParts {
  readonly open: (show?: Show) => void
  readonly copy: (call: CallKey, what: CopyWhat) => void
  readonly openPage: (call: CallKey, rule: string | null) => void
  readonly mute: (call: CallKey, muted: boolean) => void
  readonly setStatus: (status: NamedStatus) => void
  readonly pauseAlerts: (minutes: number | null) => void
  readonly setPrivacy: (on: boolean) => void
  readonly quit: () => void
}

/** Carries out an entry of the tray's menu. */
export function createTrayActions({
  open,
  copy,
  openPage,
  mute,
  setStatus,
  pauseAlerts,
  setPrivacy,
  quit,
}: TrayActionParts): (action: TrayAction) => void {
  return (action) => {
    switch (action.do) {
      case 'open':
        return open()
      case 'open-call':
        return open({ view: 'calls', call: action.call })
      case 'copy':
        return copy(action.call, action.what)
      case 'open-page':
        return openPage(action.call, action.rule)
      case 'mute':
        return mute(action.call, action.muted)
      case 'status':
        return setStatus(action.status)
      case 'pause-alerts':
        return pauseAlerts(action.minutes)
      case 'privacy':
        return setPrivacy(action.on)
      case 'settings':
        return open({ view: 'settings' })
      case 'quit':
        return quit()
    }
  }
}
