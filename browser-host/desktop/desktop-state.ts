import type { Accelerator } from './accelerator.ts'

/** Everything the desktop page shows, as JSON; always replaced in full, never edited by the page. */
export interface DesktopState {
  readonly appName: string
  readonly windows: readonly WindowFace[]
  readonly trays: readonly TrayFace[]
  readonly toasts: readonly ToastFace[]
  readonly dialogs: readonly DialogFace[]
  /** What the system would have done, such as opening a web page. Newest last. */
  readonly notes: readonly NoteFace[]
  readonly system: SystemFace
  /** The first is the main one. */
  readonly displays: readonly DisplayFace[]
  /** The program that has the keyboard, on systems where a program can have it without a window. */
  readonly front: FrontFace | null
  /** Global shortcuts that the app has registered. */
  readonly globalKeys: readonly GlobalKeyFace[]
}

export type FrontFace = 'app' | 'another'

/** CSS pixels, from the desktop's upper left corner. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A display with its position on the page. The same name has the same id each time it is plugged in. */
export interface DisplayFace {
  readonly id: number
  readonly name: string
  readonly scale: number
  readonly bounds: Rectangle
  readonly workArea: Rectangle
}

export interface WindowFace {
  readonly id: number
  readonly title: string
  /** Where the page's frame finds it; `''` before the first load. */
  readonly src: string
  /** Increases with each load, even of the same address. */
  readonly load: number
  readonly bounds: Rectangle
  readonly visible: boolean
  /** Whether its page is told that it is visible, as a window that was never shown is. */
  readonly pageVisible: boolean
  /** Its page is laid out and drawn, visible or not. */
  readonly drawn: boolean
  /** Its page's `app-region: drag` moves it. */
  readonly movable: boolean
  /** The user can resize it at its edges. */
  readonly resizable: boolean
  /** Its level above other windows, such as `floating`; `''` among them. */
  readonly level: string
  readonly focused: boolean
}

export interface TrayFace {
  readonly id: number
  /** The icon's file name without extension, scale and `Template`; `''` for an image without a file. */
  readonly state: string
  /** A data URL; `''` for an empty image. */
  readonly image: string
  /** A template image is drawn in the menu bar's colour. */
  readonly template: boolean
  readonly tooltip: string
  readonly title: string
  readonly menu: readonly MenuFace[] | null
}

export interface MenuFace {
  /** The value that is reported when it is chosen. */
  readonly command: number
  readonly kind: 'entry' | 'check' | 'submenu' | 'line'
  readonly label: string
  readonly enabled: boolean
  readonly checked: boolean
  readonly items: readonly MenuFace[]
}

export interface ToastFace {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly actions: readonly string[]
  readonly urgent: boolean
  readonly silent: boolean
}

export interface DialogFace {
  readonly id: number
  readonly title: string
  readonly message: string
  readonly buttons: readonly string[]
}

export interface NoteFace {
  readonly text: string
  /** A web address to open by hand; `''` for none. */
  readonly link: string
}

export interface SystemFace {
  readonly awake: boolean
  readonly locked: boolean
  readonly online: boolean
  readonly dark: boolean
  readonly notifications: boolean
  /** False: each one fails. */
  readonly notificationsWork: boolean
  /** False: the app gets no event for any notification. */
  readonly notificationsAnswer: boolean
  /** False: the system asks for reduced motion. */
  readonly motion: boolean
  /** False: the keychain asks the user for a password, and waits. */
  readonly keychain: boolean
  /** False: nothing shows tray icons, as on GNOME without its extension, or on a desktop that is still starting. */
  readonly trayHost: boolean
  /** False: on Windows, the user has turned off the start at login in Task Manager. */
  readonly startsAtLogin: boolean
}

export interface GlobalKeyFace {
  readonly accelerator: string
  readonly keys: Accelerator
}
