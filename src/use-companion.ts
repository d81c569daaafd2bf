import { inject, type InjectionKey } from 'vue'
import type { Companion } from '../core/ipc/channels.ts'

/** The companion that the app was given. Works in stores and in setup. Throws Error if none was provided. */
export function useCompanion(): Companion {
  const companion = inject(companionKey)
  if (companion === undefined) throw new Error('no companion was provided')
  return companion
}

export const companionKey: InjectionKey<Companion> = Symbol('companion')
