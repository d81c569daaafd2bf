import { inject, type InjectionKey } from 'vue'
import type { Clock } from '../../core/clock.ts'

/** The clock that the app was given. Throws Error if none was provided. */
export function useClock(): Clock {
  const clock = inject(clockKey)
  if (clock === undefined) throw new Error('no clock was provided')
  return clock
}

export const clockKey: InjectionKey<Clock> = Symbol('clock')
