import { inject, onScopeDispose, type InjectionKey, type Ref } from 'vue'
import type { Ticker } from './ticker.ts'

/** The time as epoch ms, every second, as long as the caller lives. Throws Error if no ticker was provided. */
export function useNow(): Readonly<Ref<number>> {
  const ticker = inject(tickerKey)
  if (ticker === undefined) throw new Error('no ticker was provided')
  onScopeDispose(ticker.use())
  return ticker.now
}

export const tickerKey: InjectionKey<Ticker> = Symbol('ticker')
