import type { CallKey } from '../../core/domain.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useViewStore } from '../stores/view.ts'
import { keyOfEvent } from './key-of-event.ts'
import { useOnDocument } from '../parts/use-on-document.ts'
import { WINDOW_KEYS, type WindowKey } from './window-shortcuts.ts'

const FIELDS = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]'

/** Single keys do what their buttons do. None while a person types, or while a dialog is open. */
export function useWindowShortcuts(page: Document): void {
  const settings = useSettingsStore()
  const view = useViewStore()

  useOnDocument(page, 'keydown', (event) => {
    if (event.defaultPrevented || event.repeat || !isFree(event.target)) return
    const pressed = keyOfEvent(event)
    if (pressed === '?') {
      event.preventDefault()
      view.keysListed = true
      return
    }
    const found = settings.settings.windowKeys ? WINDOW_KEYS.find(({ key }) => key === pressed) : undefined
    if (found !== undefined && act(page, found, (call) => (view.wantedNote = call))) event.preventDefault()
  })
}

const isFree = (target: EventTarget | null): boolean =>
  !(target instanceof Element) || target.closest(`${FIELDS}, dialog`) === null

/** False when nothing there has this key. */
function act(page: Document, { key, where }: WindowKey, wantNote: (call: CallKey) => void): boolean {
  const place = where === 'call' ? callOf(page) : page
  const target = place === null ? null : carrier(place, key)
  if (target !== null) press(target)
  // A note is written in the opened row.
  else if (key === 'N' && place instanceof HTMLElement) return openRow(place, wantNote)
  return target !== null
}

const carrier = (place: ParentNode, key: string): HTMLElement | null =>
  [...place.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].find(
    (one) => one.getAttribute('aria-keyshortcuts') === key && !one.hasAttribute('disabled'),
  ) ?? null

/** The call with the focus, else the first one on screen. */
const callOf = (page: Document): HTMLElement | null =>
  page.activeElement?.closest<HTMLElement>('[data-call]') ??
  page.querySelector<HTMLElement>('main [data-call]')

function press(target: HTMLElement): void {
  if (target.matches(FIELDS)) target.focus()
  else target.click()
}

function openRow(row: HTMLElement, wantNote: (call: CallKey) => void): boolean {
  const turn = row.querySelector<HTMLElement>('.turn[aria-expanded="false"]')
  if (turn === null) return false
  wantNote(row.dataset['call'] ?? '')
  turn.click()
  return true
}
