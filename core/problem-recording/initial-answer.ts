import type { AgentState, Call, Phase } from '../domain.ts'

/**
 * A state in the form of an API response, so that the same redactor and reader work for both. `desks`: the extensions
 * where `person` is logged in, the watched one first; for a person logged in nowhere, an extension without a user.
 */
export function initialAnswer(
  [watched, ...others]: readonly string[],
  person: number | null,
  { agent, calls }: Pick<AgentState, 'agent' | 'calls'>,
): string {
  const name = agent?.name ?? ''
  const status = agent?.status.number ?? null
  const desk = (username: string, on: readonly Call[]): object => ({
    name,
    representative: name,
    username,
    userID: 0,
    onlineUserID: watched === undefined ? 0 : (person ?? 0),
    onlineUserStatus: status,
    calls: on.map(wireCall),
  })
  const all = [desk(watched ?? 'NOBODY', calls), ...others.map((other) => desk(other, []))]
  return JSON.stringify({ ERR: 0, DESC: 'OK', EXTENSIONS: all })
}

const STATUS: Readonly<Record<Exclude<Phase, 'other'>, string>> = {
  ringing: 'Ringing',
  dialing: 'Dialing',
  talking: 'Talking',
  held: 'Hold',
}

function wireCall(call: Call): object {
  const { state, fileName } = call.recording
  return {
    callStarted: call.startedApiSeconds ?? 0,
    callAnswered: answeredApiSeconds(call),
    answered: call.answered ? 1 : 0,
    callername: call.name,
    callerphone: call.phone.received,
    callstatus: call.phase === 'other' ? call.statusWord : STATUS[call.phase],
    customdata: call.customData,
    direction: call.direction === 'click-to-call' ? 'Click2Call' : call.direction,
    ivrid: call.ivrid,
    recording: { Filename: fileName, ...(state === 'unknown' ? {} : { IsMuted: state === 'muted' ? 1 : 0 }) },
    did: call.did?.received ?? '',
  }
}

/** The original stamp isn't stored: it is rebuilt from the interval between this instant and the first one. */
function answeredApiSeconds({ startedApiSeconds, startedAt, answeredAt }: Call): number {
  if (startedApiSeconds === null || answeredAt === null) return 0
  return startedApiSeconds + Math.round((answeredAt - startedAt) / 1000)
}
