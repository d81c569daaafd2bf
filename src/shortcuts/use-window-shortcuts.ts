import type { ComputedRef } from 'vue'
import type { TabShown } from '../frame/use-tabs.ts'
import { useDiallingStore } from '../stores/dialling.ts'
import { useNotesStore } from '../stores/notes.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useShapeStore } from '../stores/shape.ts'
import { useViewStore } from '../stores/view.ts'
import { isField } from './fields.ts'
import { isPressed, readAccelerator } from './accelerator.ts'
import { isMac } from './key-name.ts'
import { keyOfEvent } from './key-of-event.ts'
import type { Shortcut } from './use-shortcuts.ts'
import { DIAL_KEYS, PIN_KEY, RECORDING_KEYS, WINDOW_KEYS, type WindowKey } from './window-shortcuts.ts'

/**
 * Shortcuts of the window do what their buttons do, even if a view has no such button; and the key for copying a
 * selection copies the number if nothing is selected. None while a dialog is open.
 */
export function useWindowShortcuts(page: Document, tabs: ComputedRef<readonly TabShown[]>): Shortcut {
  const settings = useSettingsStore()
  const view = useViewStore()
  const shape = useShapeStore()
  const notes = useNotesStore()
  const dialling = useDiallingStore()
  const mac = isMac(navigator.platform)
  const copies = readAccelerator('CommandOrControl+C', mac)

  /** False if nothing there has this key. */
  function act({ key, where }: WindowKey): boolean {
    const scope = where === 'call' ? callOf(page) : page
    const target = scope === null ? null : carrier(scope, key)
    if (target !== null) press(target)
    // A note is written in the opened row.
    else if (key === 'N' && scope instanceof HTMLElement) return openRow(scope)
    else return goTo(key)
    return true
  }

  function goTo(key: string): boolean {
    const tab = tabs.value[Number(key) - 1]
    if (tab !== undefined) view.tab(tab.view)
    else if (key === '/') view.search()
    else if (key === DIAL_KEYS && dialling.from !== null && !dialling.busy) dialling.fieldOpen = true
    else if (key === ',') view.page('settings')
    else if (key === 'P' && !settings.isLocked('privacy')) void settings.toggle('privacy')
    else if (key === PIN_KEY && !settings.isLocked('windowPinned')) void settings.toggle('windowPinned')
    else return false
    return true
  }

  function openRow(row: HTMLElement): boolean {
    const turn = row.querySelector<HTMLElement>('.turn[aria-expanded="false"]')
    if (turn === null) return false
    notes.open(row.dataset['call'] ?? '')
    turn.click()
    return true
  }

  /** The folded window has only what its strip shows. */
  const keys = (): readonly WindowKey[] =>
    shape.folded ? WINDOW_KEYS.filter(({ key }) => FOLDED_KEYS.has(key)) : WINDOW_KEYS

  return (event) => {
    if (page.querySelector('dialog[open]') !== null) return 'none'
    if (copies !== null && isPressed(copies, event))
      return String(page.getSelection()) === '' && act({ key: 'C', where: 'call' }) ? 'done' : 'none'
    const pressed = keyOfEvent(event)
    const isHeld = (keys: string | undefined): boolean => {
      const combined = keys === undefined || keys.length === 1 ? null : readAccelerator(keys, mac)
      return combined !== null && isPressed(combined, event)
    }
    const isThis = ({ key, also }: WindowKey): boolean => key === pressed || isHeld(key) || isHeld(also)
    if (pressed === '?' && !shape.folded) {
      view.keysListed = true
      return 'done'
    }
    const found = settings.settings.windowKeys ? keys().find(isThis) : undefined
    if (found === undefined || !act(found)) return 'none'
    return found.writes ? 'writes' : 'done'
  }
}

const FOLDED_KEYS: ReadonlySet<string> = new Set([RECORDING_KEYS, PIN_KEY, 'P'])

const carrier = (scope: ParentNode, key: string): HTMLElement | null =>
  [...scope.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].find(
    (one) =>
      one.getAttribute('aria-keyshortcuts')?.split(' ').includes(key) === true &&
      !one.hasAttribute('disabled'),
  ) ?? null

/** The focused call, otherwise the first one on screen. */
const callOf = (page: Document): HTMLElement | null =>
  page.activeElement?.closest<HTMLElement>('[data-call]') ??
  page.querySelector<HTMLElement>('main [data-call]')

function press(target: HTMLElement): void {
  if (isField(target)) target.focus()
  else target.click()
}
