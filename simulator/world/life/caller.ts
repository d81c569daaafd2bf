import type { Agent, Queue } from '../model.ts'
import { drawPhone } from '../phone-number.ts'
import type { Random } from '../random.ts'

/** Who a caller claims to be: the API's `callerphone` and `callername`. */
export interface Caller {
  readonly phone: string
  readonly name: string
}

const OTHER_NAMES = ['Website callback', 'לקוח חוזר', 'Voicenter', 'קמפיין אביב'] as const
const LETTERS_SHARE = 1 / 6 // this share of the API's caller numbers contains letters

/**
 * A caller of a queue: a number, a colleague's name or `Anonymous`; usually under the queue's name, sometimes under
 * none.
 */
export function drawCaller(queue: Queue, agents: readonly Agent[], random: Random): Caller {
  const letters = random.chance(LETTERS_SHARE)
  const phone = !letters ? drawPhone(random) : random.chance(0.5) ? 'Anonymous' : random.pick(agents).name
  const share = random.next()
  const name = share < 0.75 ? queue.name : share < 0.87 ? '' : random.pick(OTHER_NAMES)
  return { phone, name }
}
