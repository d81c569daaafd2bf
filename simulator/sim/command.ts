import { asObject, isWhole, type Parameters } from '../api/parameters.ts'
import type { Actor, HandResult, Which } from '../world/hand.ts'
import type { World } from '../world/world.ts'

/** What a manual command works with. */
interface Order {
  readonly world: World
  readonly asked: Parameters
  readonly which: Which
}

/** Carries out a command, or returns a sentence that says what is wrong with it. */
type Run = (order: Order) => HandResult | string

/** The manual commands, by their names in `/sim/<name>`. */
export const COMMANDS: Readonly<Record<string, Run>> = {
  call: (order) => callByHand(order, 'call'),
  wait: (order) => callByHand(order, 'wait'),
  answer: onCall((hand, which) => hand.answer(which)),
  hangup: onCall((hand, which) => hand.hangUp(which)),
  hold: onCall((hand, which) => hand.hold(which)),
  resume: onCall((hand, which) => hand.resume(which)),
  mute: onCall((hand, which) => hand.mute(which, true)),
  unmute: onCall((hand, which) => hand.mute(which, false)),
  transfer(order) {
    const to = readText(order.asked['to'])
    if (to === undefined) return 'to must be the extension that the call goes to'
    return onCall((hand, which) => hand.transfer(which, to))(order)
  },
  status(order) {
    const { status } = order.asked
    if (typeof status !== 'number' || !Number.isInteger(status)) return 'status must be a whole number'
    return atDesk(({ world: { hand } }, extension) => hand.setStatus(extension, status))(order)
  },
  login: atDesk(({ world: { hand }, asked }, extension) =>
    hand.logIn(extension, readText(asked['representative'])),
  ),
  logout: atDesk(({ world: { hand } }, extension) => hand.logOut(extension)),
  'first-leg': showFirstLeg,
  offline(order) {
    const { offline = true } = order.asked
    if (typeof offline !== 'boolean') return 'offline must be true or false'
    return atDesk(({ world }, extension) => {
      world.clickToCall.setOffline(extension, offline)
      return DONE
    })(order)
  },
  'log-lag': setLag,
}

/** Carries out one of the commands, or returns a sentence that says what is wrong with it. */
export function runCommand(world: World, run: Run, asked: Parameters): HandResult | string {
  const wrong = TEXTS.find((name) => asked[name] !== undefined && typeof asked[name] !== 'string')
  if (wrong !== undefined) return `${wrong} must be text`
  const which = { ivrid: readText(asked['ivrid']), extension: readText(asked['extension']) }
  return run({ world, asked, which })
}

const TEXTS = ['extension', 'ivrid', 'phone', 'name', 'did', 'direction', 'to', 'representative'] as const

const NO_EXTENSION = 'extension is required'
const DONE: HandResult = { kind: 'done', ivrid: null }

function onCall(act: (hand: Actor, which: Which) => HandResult): Run {
  return ({ world, which }) =>
    which.ivrid === undefined && which.extension === undefined
      ? 'ivrid or extension is required'
      : act(world.hand, which)
}

function atDesk(act: (order: Order, extension: string) => HandResult): Run {
  return (order) => (order.which.extension === undefined ? NO_EXTENSION : act(order, order.which.extension))
}

const LONGEST_LAG_SECONDS = 86_400

/** From when records of the call log appear; what is omitted stays as it is. */
function setLag({ world: { callLog }, asked }: Order): HandResult | string {
  const { leastMs, mostMs } = callLog.lag()
  const { leastSeconds = leastMs / 1000, mostSeconds = mostMs / 1000 } = asked
  const isLag = (value: unknown): value is number => isWhole(value, 0, LONGEST_LAG_SECONDS)
  if (!isLag(leastSeconds) || !isLag(mostSeconds) || leastSeconds > mostSeconds)
    return `leastSeconds and mostSeconds must be whole seconds from 0 to ${LONGEST_LAG_SECONDS}, the least not above the most`
  callLog.setLag({ leastMs: leastSeconds * 1000, mostMs: mostSeconds * 1000 })
  return DONE
}

/** How the first leg of a call placed over the API is shown from now on; what is omitted is as usual. */
function showFirstLeg({ world, asked }: Order): HandResult | string {
  const { word = 'Ringing', sameId = true, direction = 'Click2Call' } = asked
  if (word !== 'Ringing' && word !== 'Dialing') return 'word must be Ringing or Dialing'
  if (typeof sameId !== 'boolean') return 'sameId must be true or false'
  if (typeof direction !== 'string') return 'direction must be text'
  world.clickToCall.show({ word, sameId, direction })
  return DONE
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function callByHand({ world, asked, which }: Order, command: 'call' | 'wait'): HandResult | string {
  const { extension, ivrid } = which
  if (extension === undefined) return NO_EXTENSION
  const customData = asked['customdata'] === undefined ? undefined : asObject(asked['customdata'])
  if (customData === null) return 'customdata must be an object'
  return world.hand[command]({
    extension,
    ivrid,
    customData,
    phone: readText(asked['phone']),
    name: readText(asked['name']),
    did: readText(asked['did']),
    direction: readText(asked['direction']),
  })
}
