import { defineStore } from 'pinia'
import { computed, shallowReactive, shallowRef } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { useClock } from '../composables/use-clock.ts'
import { useHistoryStore } from './history.ts'

const PAUSE_MS = 600 // a pause between two words of someone who types
const OPENS_MS = 3_000 // until a note's field appears on a slow computer; after that it never will
const LONGEST_NOTE = 4_000 // in characters: what main accepts

export type NoteState = 'none' | 'saving' | 'saved' | 'failed' | 'gone'

/** A note as it is being typed. */
export interface NoteDraft {
  readonly text: string
  /** What main has, as far as known. */
  readonly stored: string
  readonly state: NoteState
}

/**
 * The notes that are being typed, by call, and which one of them the user is writing. A text lives here, not in the
 * field that shows it: its call may end, its row may move, and its field may appear later than the first letters.
 */
export const useNotesStore = defineStore('notes', () => {
  const history = useHistoryStore()
  const clock = useClock()
  const drafts = shallowReactive(new Map<CallKey, NoteDraft>())
  const waiting = new Map<CallKey, () => void>()
  const fields = new Map<CallKey, () => void>()
  const writing = shallowRef<CallKey | null>(null)
  /** Typed before the note's field, and the note's current text, were available. */
  let ahead = ''
  let openedAt = -Infinity

  function put(call: CallKey, change: Partial<NoteDraft>): void {
    const draft = drafts.get(call)
    if (draft !== undefined) drafts.set(call, { ...draft, ...change })
  }

  /** A note that is off screen and saved needn't be remembered. */
  function drop(call: CallKey): void {
    const draft = drafts.get(call)
    if (draft === undefined || fields.has(call) || writing.value === call) return
    if (draft.text === draft.stored || draft.state === 'gone') drafts.delete(call)
  }

  async function save(call: CallKey): Promise<void> {
    waiting.get(call)?.()
    waiting.delete(call)
    const draft = drafts.get(call)
    if (draft === undefined || draft.text === draft.stored) return
    const { text, stored } = draft
    put(call, { stored: text, state: 'saving' })
    const answer = await history.note(call, text)
    put(call, { stored: answer === true ? text : stored })
    if (drafts.get(call)?.text === text)
      put(call, { state: answer === null ? 'failed' : answer ? 'saved' : 'gone' })
    drop(call)
  }

  function write(call: CallKey, typed: string): void {
    const draft = drafts.get(call)
    const text = typed.slice(0, LONGEST_NOTE)
    if (draft === undefined || draft.text === text) return
    put(call, { text })
    waiting.get(call)?.()
    waiting.set(
      call,
      clock.after(PAUSE_MS, () => void save(call)),
    )
  }

  /** Takes main's text of a note; text being typed takes precedence. */
  function receive(call: CallKey, stored: string): void {
    const draft = drafts.get(call)
    if (draft === undefined) return void drafts.set(call, { text: stored, stored, state: 'none' })
    // Main stores it without the space before the next word.
    if (stored.trim() === draft.stored.trim()) return
    put(call, { stored, text: draft.text === draft.stored ? stored : draft.text })
  }

  function open(call: CallKey): void {
    if (writing.value !== call) leave()
    writing.value = call
    openedAt = clock.now()
  }

  function leave(): void {
    const left = writing.value
    writing.value = null
    ahead = ''
    if (left !== null) drop(left)
  }

  /** The note's field has appeared. `focus` restores the caret. Returns a function that unregisters it. */
  function show(call: CallKey, focus: () => void): () => void {
    fields.set(call, focus)
    if (writing.value === call && ahead !== '') write(call, (drafts.get(call)?.text ?? '') + ahead)
    if (writing.value === call) ahead = ''
    return () => {
      if (fields.get(call) === focus) fields.delete(call)
      void save(call).then(() => drop(call))
    }
  }

  /**
   * A key that was typed while no field was focused goes into the note that is being written. `field`: the note's
   * field has the focus now, and takes the key. `text`: the key is in the text. `none`: no note is being written.
   */
  function typeOn(key: string): 'field' | 'text' | 'none' {
    const call = writing.value
    if (call === null) return 'none'
    const focus = fields.get(call)
    const draft = drafts.get(call)
    if (focus !== undefined) focus()
    else if (draft === undefined) ahead = withKey(ahead, key)
    else write(call, withKey(draft.text, key))
    return focus === undefined ? 'text' : 'field'
  }

  return {
    /** The call whose note has the caret, or gets it as soon as its field appears; null for none. */
    writing,
    of: (call: CallKey): NoteDraft | null => drafts.get(call) ?? null,
    /** Whether there is text that main does not have. */
    unsaved: computed(() =>
      [...drafts.values()].some(({ text, stored, state }) => text !== stored && state !== 'gone'),
    ),
    /** Whether the note being written has a field on screen, or gets it soon. */
    isOpen: (): boolean =>
      writing.value !== null && (fields.has(writing.value) || clock.now() - openedAt < OPENS_MS),
    longest: LONGEST_NOTE,
    open,
    leave,
    receive,
    write,
    /** Saves at once what waits to be saved, of one call or of all. */
    save: (call: CallKey): void => void save(call),
    saveAll: (): void => void Promise.all([...drafts.keys()].map(save)),
    show,
    typeOn,
  }
})

/** The text with one more typed character appended. */
function withKey(text: string, key: string): string {
  if (key === 'Backspace') return Array.from(text).slice(0, -1).join('')
  const letter = key === 'Enter' ? '\n' : key
  // Other keys have names, such as `Delete`: they write nothing.
  return Array.from(letter).length === 1 ? text + letter : text
}
