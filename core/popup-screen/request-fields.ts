import type { Call, SeenCall, ClockReport, Direction, Phone } from '../domain.ts'
import { callerKey } from '../phone/caller-key.ts'
import type { PopupPhase } from './step-popup-screen.ts'

/** What a request contains of a call. */
export type RequestedCall = Pick<Call, 'connected' | 'startedAt' | 'answeredAt'> &
  Omit<SeenCall, 'key' | 'phase' | 'answeredApiSeconds' | 'transferredFrom'>

const STATUS = { ringing: 'Ringing', talking: 'Talking', hangup: 'Hangup' } as const

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  incoming: 'Incoming',
  outgoing: 'Outgoing',
  'click-to-call': 'Click2Call',
  spy: 'Spy',
  unknown: '',
}

/**
 * The body of a request, with the names that the vendor's browser extension uses (docs/popup-screen.md). Times are epoch
 * seconds of the account's wall clock, as the API writes them; 0 if unknown. `cause`: with `Hangup` only. `currentCall`:
 * the call as Active Calls has it. `clock`: for the times that only this computer's clock has; null before it is known.
 */
export function requestFields(
  { call, phase }: { readonly call: RequestedCall; readonly phase: PopupPhase },
  clock: ClockReport | null,
) {
  const { extension: extenUser, ivrid, name: callerName, customData: customdata, phone } = call
  const direction = DIRECTIONS[call.direction]
  const { fileName: recordFile, state } = call.recording
  const isAnswered = call.answered || call.connected
  const callStarted = call.startedApiSeconds ?? apiSeconds(call.startedAt, clock)
  const callAnswered = isAnswered && call.answeredAt !== null ? apiSeconds(call.answeredAt, clock) : 0
  const did = call.did?.received ?? ''
  return {
    phone: withCountryCode(phone),
    ...{ callerName, ivrid, extenUser, did },
    status: STATUS[phase],
    ...(phase === 'hangup' ? { cause: UNKNOWN_CAUSE } : {}),
    ...{ direction, recordFile, isMuted: state === 'muted', callStarted, isAnswered, callAnswered },
    currentCall: {
      ...{ callStarted, callAnswered, answered: Number(isAnswered) },
      ...{ callername: callerName, callerphone: phone.received, callstatus: call.statusWord },
      ...{ customdata, direction, ivrid },
      recording: {
        Filename: recordFile,
        ...(state === 'unknown' ? {} : { IsMuted: Number(state === 'muted') }),
      },
      did,
      originalCallerID: phone.received,
      isInternal: phone.kind === 'digits' || phone.kind === 'name',
    },
    customdata,
  }
}

/** Active Calls doesn't say why a call ended. */
const UNKNOWN_CAUSE = ''

/** As the extension sends it, such as `972501234567`; a short number or a name as received, `''` if withheld. */
const withCountryCode = (phone: Phone): string =>
  phone.kind === 'name' ? phone.received : (callerKey(phone) ?? '').replace(/^\+/, '')

/** A time by this computer's clock in the API's form; 0 before the account's clock is known. */
function apiSeconds(at: number, clock: ClockReport | null): number {
  if (clock === null) return 0
  return Math.max(0, Math.round((at - clock.computerErrorMs) / 1000) + clock.offsetMinutes * 60)
}
