import type { Agent, Leg, Seen } from '../world/model.ts'
import { apiSeconds, type WallClock } from '../world/wall-clock.ts'
import type { World } from '../world/world.ts'
import { authorise, NOT_UNDERSTOOD, REFUSED, type WrongCode } from './authorise.ts'
import { readText, type Parameters } from './parameters.ts'

/** What the account requires of a request. */
export interface Account {
  readonly code: string
  readonly wrongCode: WrongCode
}

/** The body of GetExtensionsCalls: keys, types and order as in the documented response. */
export function extensionsAnswer(world: World, account: Account, parameters: Parameters | null): object {
  const leave = authorise(parameters, account.code, account.wrongCode)
  if (leave === 'refused' || parameters === null) return REFUSED
  if (leave === 'empty') return list([])
  const wanted = readText(parameters, 'extension')
  if (wanted === undefined) return NOT_UNDERSTOOD
  if (wanted === null) return list(world.agents().map((agent) => extension(agent, world)))
  const agent = world.agent(wanted)
  return list(agent === undefined ? [] : [extension(agent, world)])
}

const list = (extensions: readonly object[]): object => ({ ERR: 0, DESC: 'OK', EXTENSIONS: extensions })

function extension(agent: Seen<Agent>, world: World): object {
  return {
    name: agent.name,
    representative: agent.representative,
    username: agent.extension,
    extensionID: agent.extensionId,
    userID: agent.userId,
    onlineUserID: agent.onlineUserId,
    onlineUserStatus: agent.status,
    calls: agent.legs.map((leg) => callOf(leg, world.now(), world.clock)),
  }
}

function callOf(leg: Seen<Leg>, now: number, clock: WallClock): object {
  const { call } = leg
  const answered = leg.answeredAt !== null && now >= leg.stampedAt
  return {
    callStarted: apiSeconds(leg.startedAt, clock),
    callAnswered: answered ? apiSeconds(leg.answeredAt, clock) : 0,
    answered: answered ? 1 : 0,
    callername: call.name,
    callerphone: call.phone,
    callstatus: leg.phase,
    customdata: call.customData,
    direction: call.direction,
    ivrid: call.ivrid,
    recording: { Filename: fileName(leg), IsMuted: leg.muted ? 1 : 0 },
    did: call.did,
  }
}

/** `id-aws-extension-number.mp3`, the number with its country code; letters and digits only. */
function fileName({ call, agent }: Seen<Leg>): string {
  const party = call.phone.replace(/^0(?=\d)/, '972').replace(/[^A-Za-z0-9]/g, '')
  return `${call.ivrid}-aws-${agent.extension}-${party}.mp3`
}
