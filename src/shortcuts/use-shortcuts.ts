import { useClock } from '../composables/use-clock.ts'
import { useOnDocument } from '../parts/use-on-document.ts'
import { useNotesStore } from '../stores/notes.ts'
import { isField } from './fields.ts'
import { isTypedKey } from './typed-key.ts'

const REST_MS = 1_000 // someone who types may stop this long to look something up

/** Performs a key's action. `writes`: it opens something to write in. */
export type Shortcut = (event: KeyboardEvent) => 'done' | 'writes' | 'none'

/**
 * The single path from a pressed key to the window's shortcuts: the first shortcut that matches acts. None acts within
 * a second of typing, nor while a note is open, wherever the focus has gone; such a key is part of what is typed, and
 * goes into the note that is being written. A note is open until the user leaves it with a click elsewhere, Tab or
 * Escape.
 */
export function useShortcuts(page: Document, shortcuts: readonly Shortcut[]): void {
  const notes = useNotesStore()
  const clock = useClock()
  const typed = new WeakSet<Event>()
  let typedAt = -Infinity
  /** A pointer is pressed. */
  let pointed = false

  /** Whether the note that is being written takes this key, which is pressed outside any field. */
  function goesOn(event: KeyboardEvent, now: number): boolean {
    const expected = notes.isOpen() || now - typedAt < REST_MS
    if (!expected) notes.leave()
    const taken = expected ? notes.typeOn(event.key) : 'none'
    if (taken === 'text') event.preventDefault()
    return taken !== 'none'
  }

  /** Whether the key belongs to what is typed. */
  function belongs(event: KeyboardEvent, now: number): boolean {
    const resting = now - typedAt < REST_MS
    if (isField(event.target) || event.isComposing) return true
    if (!isTypedKey(event)) return resting || notes.isOpen()
    return goesOn(event, now) || resting
  }

  function press(event: KeyboardEvent): void {
    pointed = false
    const now = clock.now()
    if (!belongs(event, now)) return
    typed.add(event)
    if (isTypedKey(event)) typedAt = now
  }

  function act(event: KeyboardEvent): void {
    if (typed.has(event) || event.defaultPrevented || event.repeat) return
    for (const shortcut of shortcuts) {
      const outcome = shortcut(event)
      if (outcome === 'none') continue
      event.preventDefault()
      if (outcome === 'writes') typedAt = clock.now()
      return
    }
  }

  const isNote = (target: EventTarget | null): boolean =>
    target instanceof Element && target.closest('textarea[data-note]') !== null

  /**
   * The program moves the focus to cards and lists, where Tab doesn't stop; if the focus is anywhere else, the user
   * moved it.
   */
  function goTo(target: EventTarget | null): void {
    if (target instanceof Element && !isNote(target) && target.getAttribute('tabindex') !== '-1')
      notes.leave()
  }

  /** A click leaves the note only if it takes the focus away: one on a scrollbar does not. */
  function point(target: EventTarget | null): void {
    pointed = true
    if (!isNote(target) && !isNote(page.activeElement)) notes.leave()
  }

  useOnDocument(page, 'keydown', press, { capture: true })
  useOnDocument(page, 'keydown', act)
  // Text is also entered without keys: pasted, dictated, with an input method, or from the emoji list.
  useOnDocument(page, 'input', ({ target }) => isField(target) && (typedAt = clock.now()), { capture: true })
  useOnDocument(page, 'focusin', ({ target }) => goTo(target))
  useOnDocument(page, 'focusout', ({ target }) => pointed && isNote(target) && notes.leave())
  useOnDocument(page, 'pointerdown', ({ target }) => point(target), { capture: true })
  useOnDocument(page, 'pointerup', () => (pointed = false), { capture: true })
}
