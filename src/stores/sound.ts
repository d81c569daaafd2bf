import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Pushes } from '../../core/ipc/channels.ts'
import { useCompanion } from '../use-companion.ts'

/** A sound to play; its number makes the same one, requested twice, play twice. */
export interface Played {
  readonly number: number
  readonly sound: Parameters<Pushes['sound']>[0]
}

/** What the window should play: what main requests, or what the user tries in the settings. */
export const useSoundStore = defineStore('sound', () => {
  const companion = useCompanion()
  const played = shallowRef<Played>({ number: 0, sound: null })

  function play(sound: Played['sound']): void {
    played.value = { number: played.value.number + 1, sound }
  }

  return {
    played,
    play,
    /** Returns a function that unsubscribes. */
    start: (): (() => void) => companion.on('sound', play),
  }
})
