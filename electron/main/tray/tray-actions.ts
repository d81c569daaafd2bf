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
export function createTrayActions(parts: TrayActionParts): (action: TrayAction) => void {
  return (action) => {
    switch (action.do) {
      case 'open':
        return parts.open()
      case 'open-call':
        return parts.open({ view: 'calls', call: action.call })
      case 'copy':
        return parts.copy(action.call, action.what)
      case 'open-page':
        return parts.openPage(action.call, action.rule)
      case 'mute':
        return parts.mute(action.call, action.muted)
      case 'status':
        return parts.setStatus(action.status)
      case 'pause-alerts':
        return parts.pauseAlerts(action.minutes)
      case 'privacy':
        return parts.setPrivacy(action.on)
      case 'settings':
        return parts.open({ view: 'settings' })
      case 'quit':
        return parts.quit()
    }
  }
}
