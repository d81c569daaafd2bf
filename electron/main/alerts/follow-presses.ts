import type { CallKey } from '../../../core/domain.ts'
import type { Companion } from '../companion/companion-types.ts'
import type { Copying } from '../templates/copying.ts'
import type { TrayWindow } from '../window/window.ts'
import type { Notifier } from './notifier.ts'

export interface FollowPressesParts {
  readonly window: Pick<TrayWindow, 'open'>
  readonly copying: Pick<Copying, 'copy'>
  readonly openPage: (call: CallKey) => void
  readonly recordings: Pick<Companion['recordings'], 'fix'>
}

/** Does what the user requests by clicking a notification or one of its buttons. */
export function followPresses(notifier: Pick<Notifier, 'onPress'>, parts: FollowPressesParts): void {
  const { window, copying, openPage, recordings } = parts
  notifier.onPress((press) => {
    switch (press.does) {
      case 'open':
        return window.open({ view: 'calls', call: press.call })
      case 'copy':
        return void copying.copy(press.call, 'number')
      case 'page':
        return openPage(press.call)
      case 'fix':
        return recordings.fix(press.warning)
    }
  })
}
