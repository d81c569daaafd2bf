import type { CallRecord } from '../world/call-log.ts'

/** A record as the log writes it, with every field. */
export type CallLogRow = Readonly<Record<string, unknown>>

/** `CdrType` and `Type`; the words are examples. */
const TYPES = {
  incoming: [1, 'Incoming Call'],
  outgoing: [4, 'Extension Outgoing'],
  queue: [8, 'Queue'],
  firstLeg: [9, 'Click2Call leg1'],
  secondLeg: [10, 'Click2Call leg2'],
  transferred: [13, 'Transferred Call'],
} as const

const RECORDINGS_URL = 'https://cpanel.voicenter.com/CallsHistory/Recording'

/** The row of a record. `Duration` is from answer to end, `RingTime` from the start to the answer or the end. */
export function rowOf(record: CallRecord): CallLogRow {
  const { ivrid, extension, kind, phone, did, queue, user, customData, startedAt, answeredAt, endedAt } =
    record
  const [cdrType, type] = TYPES[typeOf(record)]
  const calls = kind === 'dial'
  const by = record.answeredElsewhere ?? user
  const talkSeconds = answeredAt === null ? 0 : Math.round((endedAt - answeredAt) / 1000)
  return {
    CallerNumber: calls ? '' : phone,
    TargetNumber: calls ? phone : did,
    Date: `${new Date(startedAt).toISOString().slice(0, 19)}Z`,
    DateEpoch: Math.floor(startedAt / 1000),
    Duration: talkSeconds,
    CallID: ivrid,
    Type: type,
    CdrType: cdrType,
    DialStatus: dialStatusOf(record),
    Targetextension: calls ? '' : extension,
    CallerExtension: calls ? extension : '',
    DID: did,
    QueueName: queue,
    RecordURL: answeredAt === null ? '' : `${RECORDINGS_URL}?id=${encodeURIComponent(ivrid)}`,
    RecordExpect: answeredAt !== null,
    RingTime: Math.round(((answeredAt ?? endedAt) - startedAt) / 1000),
    RepresentativeName: by.name,
    RepresentativeCode: by.id === 0 ? '' : String(by.id),
    UserName: user.name,
    UserId: user.id,
    DTMFData: [],
    CustomData: customData,
    DepartmentName: '',
  }
}

function typeOf({ kind, clicked, queue, customData }: CallRecord): keyof typeof TYPES {
  if (kind === 'own-leg') return 'firstLeg'
  if (clicked) return 'secondLeg'
  if (kind === 'dial') return 'outgoing'
  if ('OriginalIvrUniqueID' in customData) return 'transferred'
  return queue === '' ? 'incoming' : 'queue'
}

function dialStatusOf({ answeredAt, why, kind, queue }: CallRecord): string {
  if (answeredAt !== null) return 'ANSWER'
  switch (why) {
    case 'declined':
      return 'BUSY'
    case 'gave-up':
      return kind === 'dial' || queue === '' ? 'CANCEL' : 'ABANDONE'
    case 'no-answer':
    case 'not-answered':
      return 'NOANSWER'
    case 'answered-elsewhere':
    case 'caller-hung-up':
    case 'agent-hung-up':
    case 'transferred':
      return 'CANCEL'
  }
}
