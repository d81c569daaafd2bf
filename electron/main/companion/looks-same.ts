import { dequal } from 'dequal'
import type { WindowState } from '../../../core/contract.ts'

/** Equal on screen: the time of the last successful response is not shown while all is well. */
export function looksSame(one: WindowState, other: WindowState): boolean {
  return dequal(timeless(one), timeless(other))
}

const timeless = (state: WindowState): WindowState => ({
  ...state,
  watch: { ...state.watch, lastGoodAt: null },
  queues: { ...state.queues, lastGoodAt: null },
})
