import type { Accelerator } from './accelerator.ts'
import type {
  DesktopState,
  DialogFace,
  DisplayFace,
  FrontFace,
  NoteFace,
  Rectangle,
  SystemFace,
  ToastFace,
  TrayFace,
  WindowFace,
} from './desktop-state.ts'
import { displaysOn, MENU_BAR_HEIGHT, ONE_DISPLAY } from './displays.ts'
import type { FromPage } from './from-page.ts'
import type { ToPage } from './to-page.ts'
import { USUAL_SYSTEM } from './usual-system.ts'

/** One open desktop page. */
export interface Page {
  send(message: ToPage): void
}

/** A page's message with the page it came from. Listeners handle their own messages and ignore the rest. */
export type Listener = (message: FromPage, page: Page) => void

/** The desktop behind its pages: what is on it, and what the user does. It exists even while no page is open. */
export interface Desktop {
  readonly windows: Map<number, WindowFace>
  readonly trays: Map<number, TrayFace>
  readonly toasts: Map<string, ToastFace>
  readonly dialogs: Map<number, DialogFace>
  /** Global shortcuts that the app has registered, by the accelerator it gave. */
  readonly globalKeys: Map<string, Accelerator>
  /** Accelerators that other programs have registered. */
  readonly takenKeys: () => readonly string[]
  readonly system: () => SystemFace
  /** A program has changed a system setting that the user can change too. */
  alter(change: Partial<SystemFace>): void
  /** The current displays, the main one first. */
  readonly displays: () => readonly DisplayFace[]
  /** The area that all displays cover together; `pointer` is where the pointer was last seen on it. */
  readonly screen: () => Rectangle
  readonly pointer: () => { readonly x: number; readonly y: number }
  setFront(front: FrontFace): void
  note(note: NoteFace): void
  /** To be called after changing what is shown. Changes made in the same turn of the event loop are sent together. */
  changed(): void
  send(message: ToPage): void
  pageCount(): number
  /** Returns the function that ends it. */
  subscribe(listener: Listener): () => void
  /** A page connects: it gets the full state now and after each change. */
  open(page: Page): PageLink
}

export interface PageLink {
  hear(message: FromPage): void
  leave(): void
}

const NOTES_KEPT = 5 // more would hide the desktop

/** Used until a page reports its size. */
const FIRST_SCREEN: Rectangle = { x: 0, y: 0, width: 1280, height: 800 }

/** An empty desktop of an awake, unlocked, connected computer with light colours, except for the given changes. */
export function createDesktop(appName: string, already: Partial<SystemFace> = {}): Desktop {
  const windows = new Map<number, WindowFace>()
  const trays = new Map<number, TrayFace>()
  const toasts = new Map<string, ToastFace>()
  const dialogs = new Map<number, DialogFace>()
  const globalKeys = new Map<string, Accelerator>()
  const pages = new Set<Page>()
  const listeners = new Set<Listener>()
  const displayIds = new Map<string, number>()
  let plugged = ONE_DISPLAY
  let notes: readonly NoteFace[] = []
  let takenKeys: readonly string[] = []
  let system: SystemFace = { ...USUAL_SYSTEM, ...already }
  let screen = FIRST_SCREEN
  let pointer = { x: FIRST_SCREEN.width - 100, y: MENU_BAR_HEIGHT / 2 }
  let front: FrontFace | null = null
  let pushing = false

  function displayId(name: string): number {
    const id = displayIds.get(name) ?? displayIds.size + 1
    displayIds.set(name, id)
    return id
  }

  const displays = (): readonly DisplayFace[] => displaysOn(screen, plugged, displayId)

  const state = (): DesktopState => ({
    appName,
    windows: [...windows.values()],
    trays: [...trays.values()],
    toasts: [...toasts.values()],
    dialogs: [...dialogs.values()],
    notes,
    system,
    displays: displays(),
    front,
    globalKeys: [...globalKeys].map(([accelerator, keys]) => ({ accelerator, keys })),
  })

  const send = (message: ToPage): void => {
    for (const page of pages) page.send(message)
  }

  const changed = (): void => {
    if (pushing) return
    pushing = true
    queueMicrotask(() => {
      pushing = false
      send({ type: 'state', state: state() })
    })
  }

  const note = (text: NoteFace): void => {
    notes = [...notes, text].slice(-NOTES_KEPT)
    changed()
  }

  const take = (message: FromPage): void => {
    if (message.type === 'viewport') screen = { x: 0, y: 0, width: message.width, height: message.height }
    if (message.type === 'displays') plugged = message.displays
    if (message.type === 'taken-keys') takenKeys = message.accelerators
    if (message.type === 'pointer') pointer = { x: message.x, y: message.y }
    if (message.type === 'system') system = { ...system, [message.part]: message.on }
    if (message.type === 'system' || message.type === 'viewport' || message.type === 'displays') changed()
  }

  const open = (page: Page): PageLink => {
    pages.add(page)
    page.send({ type: 'state', state: state() })
    return {
      hear(message) {
        take(message)
        for (const listener of [...listeners]) listener(message, page)
      },
      leave: () => void pages.delete(page),
    }
  }

  return {
    windows,
    trays,
    toasts,
    dialogs,
    globalKeys,
    takenKeys: () => takenKeys,
    system: () => system,
    alter(change) {
      system = { ...system, ...change }
      changed()
    },
    displays,
    screen: () => screen,
    pointer: () => pointer,
    setFront(now) {
      front = now
      changed()
    },
    note,
    changed,
    send,
    pageCount: () => pages.size,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    open,
  }
}
