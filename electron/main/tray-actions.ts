import type { TrayAction } from '../../core/alerts/tray.ts'
import type { Show } from '../../core/contract.ts'
import type { CallKey, CopyWhat } from '../../core/domain.ts'

export interface TrayActionParts {
  readonly open: (show?: Show) => void
  readonly copy: (call: CallKey, what: CopyWhat) => void
  readonly pauseAlerts: (minutes: number | null) => void
  readonly quit: () => void
}

/** Does what an entry of the tray's menu says. */
export function createTrayActions({
  open,
  copy,
  pauseAlerts,
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
      case 'pause-alerts':
        return pauseAlerts(action.minutes)
      case 'settings':
        return open({ view: 'settings' })
      case 'quit':
        return quit()
    }
  }
}
