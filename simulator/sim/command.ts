import type { Parameters } from '../api/parameters.ts'
import type { HandResult } from '../world/hand.ts'
import type { World } from '../world/world.ts'

/** The names of the manual commands, as in `/sim/<name>`. */
export const COMMANDS = [
  'call',
  'wait',
  'answer',
  'hangup',
  'hold',
  'resume',
  'mute',
  'unmute',
  'transfer',
  'status',
  'login',
  'logout',
  'first-leg',
  'offline',
  'log-lag',
] as const

export type Command = (typeof COMMANDS)[number]

/** Carries out one command, or returns a sentence that says what is wrong with it. */
export function runCommand(world: World, command: Command, asked: Parameters): HandResult | string {
  const wrong = TEXTS.find((name) => asked[name] !== undefined && typeof asked[name] !== 'string')
  if (wrong !== undefined) return `${wrong} must be text`
  const { hand } = world
  const text = (name: TextName): string | undefined => readText(asked[name])
  const extension = text('extension')
  const which = { ivrid: text('ivrid'), extension }
  const named = which.ivrid !== undefined || extension !== undefined
  switch (command) {
    case 'call':
    case 'wait':
      return callByHand(world, asked, command)
    case 'answer':
      return named ? hand.answer(which) : NEITHER
    case 'hangup':
      return named ? hand.hangUp(which) : NEITHER
    case 'hold':
      return named ? hand.hold(which) : NEITHER
    case 'resume':
      return named ? hand.resume(which) : NEITHER
    case 'mute':
      return named ? hand.mute(which, true) : NEITHER
    case 'unmute':
      return named ? hand.mute(which, false) : NEITHER
    case 'transfer': {
      const to = text('to')
      if (to === undefined) return 'to must be the extension that the call goes to'
      return named ? hand.transfer(which, to) : NEITHER
    }
    case 'status': {
      const { status } = asked
      if (typeof status !== 'number' || !Number.isInteger(status)) return 'status must be a whole number'
      return extension === undefined ? NO_EXTENSION : hand.setStatus(extension, status)
    }
    case 'login':
      return extension === undefined ? NO_EXTENSION : hand.logIn(extension, text('representative'))
    case 'logout':
      return extension === undefined ? NO_EXTENSION : hand.logOut(extension)
    case 'first-leg':
      return showFirstLeg(world, asked)
    case 'offline': {
      const { offline = true } = asked
      if (typeof offline !== 'boolean') return 'offline must be true or false'
      if (extension === undefined) return NO_EXTENSION
      world.clickToCall.setOffline(extension, offline)
      return { kind: 'done', ivrid: null }
    }
    case 'log-lag':
      return setLag(world, asked)
  }
}

const LONGEST_LAG_SECONDS = 86_400

/** From when records of the call log appear; what is omitted stays as it is. */
function setLag({ callLog }: World, asked: Parameters): HandResult | string {
  const { leastMs, mostMs } = callLog.lag()
  const { leastSeconds = leastMs / 1000, mostSeconds = mostMs / 1000 } = asked
  if (!isLag(leastSeconds) || !isLag(mostSeconds) || leastSeconds > mostSeconds)
    return `leastSeconds and mostSeconds must be whole seconds from 0 to ${LONGEST_LAG_SECONDS}, the least not above the most`
  callLog.setLag({ leastMs: leastSeconds * 1000, mostMs: mostSeconds * 1000 })
  return { kind: 'done', ivrid: null }
}

const isLag = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LONGEST_LAG_SECONDS

/** How the first leg of a call placed over the API is shown from now on; what is omitted is as usual. */
function showFirstLeg(world: World, asked: Parameters): HandResult | string {
  const { word = 'Ringing', sameId = true, direction = 'Click2Call' } = asked
  if (word !== 'Ringing' && word !== 'Dialing') return 'word must be Ringing or Dialing'
  if (typeof sameId !== 'boolean') return 'sameId must be true or false'
  if (typeof direction !== 'string') return 'direction must be text'
  world.clickToCall.show({ word, sameId, direction })
  return { kind: 'done', ivrid: null }
}

const TEXTS = ['extension', 'ivrid', 'phone', 'name', 'did', 'direction', 'to', 'representative'] as const
type TextName = (typeof TEXTS)[number]

const NEITHER = 'ivrid or extension is required'
const NO_EXTENSION = 'extension is required'

const readText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function callByHand({ hand }: World, asked: Parameters, command: 'call' | 'wait'): HandResult | string {
  const extension = readText(asked['extension'])
  if (extension === undefined) return NO_EXTENSION
  const { customdata: customData } = asked
  if (customData !== undefined && !isObject(customData)) return 'customdata must be an object'
  return hand[command]({
    extension,
    customData,
    phone: readText(asked['phone']),
    name: readText(asked['name']),
    did: readText(asked['did']),
    direction: readText(asked['direction']),
    ivrid: readText(asked['ivrid']),
  })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
