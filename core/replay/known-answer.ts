import type { AgentState, Call, Phase } from '../domain.ts'

/** A state as an answer of the API would tell it, so that one redaction and one reader do for both. */
export function knownAnswer(
  extension: string,
  { agent, calls }: Pick<AgentState, 'agent' | 'calls'>,
): string {
  const name = agent?.name ?? ''
  const known = {
    name,
    representative: name,
    username: extension,
    userID: 0,
    onlineUserID: 0,
    onlineUserStatus: agent?.status.number ?? null,
    calls: calls.map(wireCall),
  }
  return JSON.stringify({ ERR: 0, DESC: 'OK', EXTENSIONS: [known] })
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

/** The stamp itself is not kept: it stands as far from the first one as the two instants that were made of them. */
function answeredApiSeconds({ startedApiSeconds, startedAt, answeredAt }: Call): number {
  if (startedApiSeconds === null || answeredAt === null) return 0
  return startedApiSeconds + Math.round((answeredAt - startedAt) / 1000)
}
