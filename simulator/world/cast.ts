import type { Agent, Queue } from './model.ts'
import { drawDid } from './phone-number.ts'
import type { Random } from './random.ts'

/** The people and queues of a centre. */
export interface Cast {
  readonly agents: readonly Agent[]
  readonly queues: readonly Queue[]
}

export const LOGIN = 1
export const LOGOUT = 2

const NAMED = [
  'Yael Mor',
  'Dana Levi',
  'Amir Katz',
  'Lior Azulay',
  'נועה כהן',
  'Tal Peretz',
  'גיל שני',
  'רונית ברק',
  'Omer Friedman',
  'אבי מזרחי',
  'Maya Ben-David',
  'יוסי אברהם',
] as const
const FIRST = ['Adi', 'Ron', 'Shira', 'Eitan', 'Neta', 'מיכל', 'דוד', 'הילה', 'עומר', 'שרה'] as const
const LAST = ['Golan', 'Dayan', 'Harel', 'Sasson', 'Segal', 'ביטון', 'פרץ', 'רוזן', 'שלום', 'חדד'] as const

const QUEUES = [
  { name: 'Sales line', weight: 5 },
  { name: 'שירות לקוחות', weight: 3 },
  { name: 'תמיכה טכנית', weight: 2 },
  { name: 'Billing', weight: 0 },
] as const

const SIP_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'
const HOT_DESK_FROM = 6 // from so many agents on, one sits at another’s desk
const EASY_CODES = 3 // SIPSIP1, SIPSIP2, SIPSIP3: the documentation's own

/** Eight mixed-case letters and digits, as real SIP codes are. */
const drawSipCode = (random: Random): string =>
  Array.from({ length: 8 }, () => SIP_LETTERS.charAt(random.below(SIP_LETTERS.length))).join('')

const id = (random: Random): number => 10_000_000 + random.below(900_000_000)

function drawAgent(index: number, queues: readonly Queue[], taken: Set<string>, random: Random): Agent {
  const name = NAMED[index] ?? `${random.pick(FIRST)} ${random.pick(LAST)}`
  let extension = index < EASY_CODES ? `SIPSIP${index + 1}` : drawSipCode(random)
  while (taken.has(extension)) extension = drawSipCode(random)
  taken.add(extension)
  const userId = id(random)
  const first = queues[index % queues.length]
  const more = random.sample(queues, random.below(3))
  return {
    extension,
    name,
    extensionId: id(random),
    userId,
    queues: queues.filter((queue) => queue === first || more.includes(queue)),
    legs: [],
    representative: name,
    onlineUserId: userId,
    status: LOGIN,
    freeAt: 0,
    scripted: false,
    byHand: false,
  }
}

/**
 * `count` agents, the first two always logged in; the second is Dana Levi at SIPSIP2. One agent uses a colleague's
 * extension.
 */
export function drawCast(count: number, random: Random): Cast {
  const queues = QUEUES.map(({ name, weight }) => ({ id: id(random), name, weight, did: drawDid(random) }))
  const taken = new Set<string>()
  const agents = Array.from({ length: count }, (_, index) => drawAgent(index, queues, taken, random))
  for (const agent of agents.slice(2)) {
    if (random.chance(0.85)) continue
    agent.status = LOGOUT
    agent.onlineUserId = 0
  }
  if (count >= HOT_DESK_FROM) seatGuest(agents)
  return { agents, queues }
}

/** The agent before the last uses the last agent's extension, and leaves their own empty. */
function seatGuest(agents: readonly Agent[]): void {
  const [guest, desk] = agents.slice(-2)
  if (guest === undefined || desk === undefined) return
  Object.assign(desk, { representative: guest.name, onlineUserId: guest.userId, status: LOGIN })
  Object.assign(guest, { onlineUserId: 0, status: LOGOUT })
}
