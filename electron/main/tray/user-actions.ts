import { globalShortcut } from 'electron/main'
import type { Journal } from '../../../core/history/journal.ts'
import type { TrayWindow } from '../window/window.ts'
import type { Copying } from '../templates/copying.ts'
import { createGlobalShortcuts } from '../shortcuts/global-shortcuts.ts'
import type { GlobalShortcuts } from '../shortcuts/global-shortcuts.ts'
import { createShortcutActions } from '../shortcuts/shortcut-actions.ts'
import type { Notifier } from '../alerts/notifier.ts'
import type { Ladder } from '../alerts/ladder.ts'
import type { CrmPages } from '../crm/crm-pages.ts'
import { createOpenCrmPage } from '../crm/open-crm-page.ts'
import { isWaylandSession } from '../system/wayland.ts'
import type { TrayShow } from './tray.ts'
import { createKeyFeedback } from '../shortcuts/key-feedback.ts'
import type { MainParts } from '../program/main-parts.ts'
import { createTrayActions } from './tray-actions.ts'

export interface UserActionsParts extends Omit<MainParts, 'log'> {
  readonly tray: Pick<TrayShow, 'onAction' | 'onClick'>
  readonly notifier: Pick<Notifier, 'onPress'>
  readonly window: TrayWindow
  readonly ladder: Pick<Ladder, 'show' | 'withdraw'>
  readonly copy: Copying['copy']
  readonly pages: Pick<CrmPages, 'open'>
  /** Shows the confirmation for calling the number on the clipboard. */
  readonly dial: () => void
  readonly pauseAlerts: (minutes: number | null) => void
  /** The user quits the program. */
  readonly quit: () => Promise<void>
  readonly journal: () => Pick<Journal, 'history'>
}

/**
 * Carries out what the user does without the window: with the tray's menu, notifications and global shortcuts. Returns the
 * shortcuts.
 */
export function followUserActions(parts: UserActionsParts): GlobalShortcuts {
  const { companion, configuration, tray, window, copy, pages, words } = parts

  function setPrivacy(on: boolean): boolean {
    const saved = configuration.change({ privacy: on }).kind === 'saved'
    if (saved) companion.reconfigure()
    return saved
  }

  const showFeedback = createKeyFeedback(parts.ladder, parts.clock)
  const openPage = createOpenCrmPage({ open: pages.open, words, showFeedback })

  const keys = createGlobalShortcuts({
    registry: globalShortcut,
    answers: !isWaylandSession(process.env),
    act: createShortcutActions({
      state: companion.state,
      lastStored: () => parts.journal().history({ filter: 'all', limit: 1 }).calls[0]?.key ?? null,
      words,
      open: () => window.open(),
      copy: (call) => copy(call, 'number'),
      mute: companion.recordings.mute,
      openPage: (call) => pages.open(call, null),
      dial: parts.dial,
      privacy: () => configuration.settings().privacy,
      setPrivacy,
      showFeedback,
    }),
  })

  tray.onClick(window.toggle)
  tray.onAction(
    createTrayActions({
      open: window.open,
      copy: (call, what) => void copy(call, what),
      openPage: (call, rule) => void openPage(call, rule),
      mute: companion.recordings.mute,
      setStatus: companion.status.set,
      pauseAlerts: parts.pauseAlerts,
      setPrivacy: (on) => void setPrivacy(on),
      quit: () => void parts.quit(),
    }),
  )

  parts.notifier.onPress((press) => {
    switch (press.does) {
      case 'open':
        return window.open({ view: 'calls', call: press.call })
      case 'copy':
        return void copy(press.call, 'number')
      case 'page':
        return void openPage(press.call, null)
      case 'fix':
        return companion.recordings.fix(press.warning)
    }
  })

  return keys
}
