import type { SimulatedSystem } from '../../simulated-system.ts'

type CloseReason = NonNullable<Electron.NotificationCloseEventParams['reason']>

/** The event when a notification ends: none, a `close` without a reason, or one with a reason. */
export type CloseEvent = 'none' | 'plain' | CloseReason

/** How Electron's notifications behave on a system. */
export interface NotificationWays {
  /** How long after `show()` the system has accepted it; null: already when `show()` returns. */
  readonly takenAfterMs: number | null
  /** The message of `failed` if notifications are turned off for the app. */
  readonly refusal: string
  /** `show` was emitted before that `failed`. */
  readonly showsBeforeRefusal: boolean
  /** The message of `failed` if the service fails. */
  readonly failure: string
  /** A service that does not respond blocks the whole program. */
  readonly waitsForService: boolean
  readonly hearsSilent: boolean
  readonly bodyIsMarkup: boolean
  /** The longest id; null for any. */
  readonly longestId: number | null
  /** `close` after `close()`, emitted before it returns. */
  readonly closedByApp: CloseEvent
  /** The event when the user closes one with buttons, or without. */
  readonly dismissed: (hasButtons: boolean) => CloseEvent
  readonly timedOut: CloseEvent
  /** `close` after one of its buttons was pressed. */
  readonly acted: CloseEvent
  /** `Notification.remove` removes what is shown. */
  readonly removesById: boolean
}

const TAKEN_AFTER_MS = 20 // a separate thread or process does it first, so any value works

// Line numbers refer to Electron's source under shell/browser/notifications, at the tag in
// tests/electron-contract/belief.ts.
const WINDOWS: NotificationWays = {
  // Made on another thread (win/windows_toast_notification.cc:257).
  takenAfterMs: TAKEN_AFTER_MS,
  // The system's own event, pending when Show has returned and `show` has been emitted (win/…toast_notification.cc:485,
  // 933).
  showsBeforeRefusal: true,
  refusal:
    'Notification failed - Settings prevent the notification from being delivered. (HRESULT: -2143420143)',
  // Show itself fails (win/windows_toast_notification.cc:486).
  failure:
    'WinAPI: Show failed, ERROR Notification failed - The notification platform is unavailable. (HRESULT: -2143420155)',
  waitsForService: false,
  hearsSilent: true, // win/windows_toast_notification.cc:730
  bodyIsMarkup: false,
  longestId: 64, // ../api/electron_api_notification.cc:136
  // Nobody is listening any more when the system reports that it is hidden (../api/electron_api_notification.cc:286).
  closedByApp: 'none',
  dismissed: () => 'userCanceled', // win/windows_toast_notification.cc:915
  timedOut: 'timedOut', // win/windows_toast_notification.cc:921
  acted: 'none', // win/windows_toast_activator.cc:559
  removesById: false, // notification_presenter.cc:54
}

const MACOS: NotificationWays = {
  takenAfterMs: TAKEN_AFTER_MS, // mac/cocoa_notification.mm:200
  showsBeforeRefusal: false,
  refusal: 'Notifications are not allowed for this application', // mac/cocoa_notification.mm:209
  failure: 'The operation couldn’t be completed.',
  waitsForService: false,
  hearsSilent: true, // mac/cocoa_notification.mm:56
  bodyIsMarkup: false,
  longestId: null,
  closedByApp: 'plain', // mac/cocoa_notification.mm:246
  // The system reports a dismissal only for one with buttons (mac/cocoa_notification.mm:124).
  dismissed: (hasButtons) => (hasButtons ? 'plain' : 'none'),
  timedOut: 'none', // it is in Notification Center then
  acted: 'none', // mac/cocoa_notification.mm:283
  removesById: true, // mac/notification_presenter_mac.mm:119
}

const LINUX: NotificationWays = {
  takenAfterMs: null, // linux/libnotify_notification.cc:188
  showsBeforeRefusal: false,
  refusal: '', // linux/libnotify_notification.cc:191
  failure: '',
  waitsForService: true, // a synchronous call over D-Bus (linux/libnotify_notification.cc:188)
  hearsSilent: false, // options.silent is not read in linux/libnotify_notification.cc
  bodyIsMarkup: true, // passed on unchanged (linux/libnotify_notification.cc:119), and markup according to the specification
  longestId: null,
  closedByApp: 'none', // as on Windows: the daemon's signal comes later
  dismissed: () => 'plain', // linux/libnotify_notification.cc:215
  timedOut: 'plain',
  acted: 'plain', // buttons are newer than the tag: the daemon closes the notification whose button was pressed
  removesById: false, // notification_presenter.cc:54
}

export function notificationWays({ platform }: SimulatedSystem): NotificationWays {
  if (platform === 'win32') return WINDOWS
  return platform === 'darwin' ? MACOS : LINUX
}
