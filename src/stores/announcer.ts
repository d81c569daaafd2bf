import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { useSettingsStore } from './settings.ts'

/** A sentence for screen readers. Its number makes sure that a repeated sentence is announced again. */
export interface Said {
  readonly number: number
  readonly text: string
}

const SILENCE: Said = { number: 0, text: '' }

/** What the window's live regions announce. It is cleared when privacy is turned on. */
export const useAnnouncerStore = defineStore('announcer', () => {
  const polite = shallowRef(SILENCE)
  const assertive = shallowRef(SILENCE)
  const settings = useSettingsStore()
  watch(
    () => settings.settings.privacy,
    () => {
      polite.value = SILENCE
      assertive.value = SILENCE
    },
    { flush: 'sync' },
  )
  return {
    polite,
    assertive,
    /** Waits for its turn. */
    say: (text: string) => (polite.value = { number: polite.value.number + 1, text }),
    /** Interrupts: for a ringing call, and for a recording that is not what the agent requested. */
    call: (text: string) => (assertive.value = { number: assertive.value.number + 1, text }),
  }
})
