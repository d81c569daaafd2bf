import type { DatabaseSync } from 'node:sqlite'
import { crmCallerFrom } from '../callers/crm-callers.ts'
import { callerKey } from '../phone/caller-key.ts'
import { createTalkAfter } from './attention/talk-after.ts'
import { customDataFrom } from './database/custom-data-column.ts'
import { DIRECTIONS, OUTCOMES, PHASES, type HistoryCall, type Part, type PhaseKind } from './history-call.ts'
import type { LoggedRows } from './logged/logged-rows.ts'
import { withLogged } from './logged/with-logged.ts'
import { MUTE_ENDS, MUTING_HANDS, type MuteRecord } from './muted-span.ts'
import { phoneFrom } from './phone-columns.ts'
import { secondsIn } from './seconds-in.ts'
import { flag, integer, integerOrNull, oneOf, text, textOrNull, type Row } from '../database/row.ts'

/** Reads rows of `calls` as stored calls, with their spans. */
export type CallReader = (row: Row) => HistoryCall

export function createCallReader(db: DatabaseSync, logged: LoggedRows): CallReader {
  const parts = db.prepare('SELECT kind, from_at, to_at FROM parts WHERE call = ? ORDER BY from_at, id')
  const mutes = db.prepare(
    'SELECT from_at, to_at, by_hand, ended_by FROM mutes WHERE call = ? ORDER BY from_at, id',
  )
  const talkAfter = createTalkAfter(db)
  const origin = db.prepare("SELECT agent FROM calls WHERE ivrid = ? AND agent <> '' ORDER BY id LIMIT 1")
  const target = db.prepare(
    "SELECT agent FROM calls WHERE transferred_from = ? AND agent <> '' ORDER BY id LIMIT 1",
  )

  /** What is left to do about a missed call. */
  function missedPart(call: HistoryCall, row: Row): Pick<HistoryCall, 'calledBack' | 'dismissed' | 'seen'> {
    const { rowId: id, phone, startedAt, endedAt } = call
    const at = talkAfter({ id, caller: callerKey(phone), startedAt, endedAt })
    return {
      ...(at === null ? { seen: call.seen } : { seen: true, calledBack: at }),
      ...(flag(row, 'listed') ? {} : { dismissed: true }),
    }
  }

  /** Only a call that was talked on here can have been transferred from here. */
  function transferPart(call: HistoryCall, row: Row): Pick<HistoryCall, 'transferredBy' | 'transferredTo'> {
    const by = textOrNull(origin.get(call.transferredFrom) ?? {}, 'agent')
    const isOver = call.outcome === 'completed' && flag(row, 'connected') && call.ivrid !== ''
    const to = isOver
      ? (textOrNull(row, 'transferred_to') ?? textOrNull(target.get(call.ivrid) ?? {}, 'agent'))
      : null
    return {
      ...(by === null ? {} : { transferredBy: by }),
      ...(to === null ? {} : { transferredTo: to }),
    }
  }

  return (row) => {
    const id = integer(row, 'id')
    const call = callFrom(row, parts.all(id).map(partFrom))
    const spans = call.muted ? mutes.all(id).map(muteFrom) : []
    const log = call.endedAt === null ? null : logged.of(id)
    const whole = {
      ...call,
      ...(spans.length === 0 ? {} : { mutes: spans }),
      ...transferPart(call, row),
      ...(call.outcome === 'missed' ? missedPart(call, row) : {}),
    }
    return log === null ? whole : withLogged(whole, log, flag(row, 'polled'))
  }
}

function callFrom(row: Row, parts: readonly Part[]): HistoryCall {
  const extension = text(row, 'extension')
  const ivrid = text(row, 'ivrid')
  const secondsOf = (kind: PhaseKind): number => secondsIn(parts.filter((part) => part.kind === kind))
  return {
    rowId: integer(row, 'id'),
    key: `${extension}/${ivrid}`,
    extension,
    ivrid: flag(row, 'named') ? ivrid : '',
    agent: text(row, 'agent'),
    phone: phoneFrom(row, 'phone') ?? { kind: 'withheld', received: '' },
    name: text(row, 'name'),
    did: phoneFrom(row, 'did'),
    direction: oneOf(row, 'direction', DIRECTIONS, 'unknown'),
    startedAt: integer(row, 'started_at'),
    answeredAt: integerOrNull(row, 'answered_at'),
    endedAt: integerOrNull(row, 'ended_at'),
    endSeen: flag(row, 'end_seen'),
    outcome: row['outcome'] === null ? null : oneOf(row, 'outcome', OUTCOMES, 'unknown'),
    talkSeconds: secondsOf('talked'),
    holdSeconds: secondsOf('held'),
    ringSeconds: secondsOf('rang'),
    unseenAnswer: flag(row, 'unseen_answer'),
    muted: flag(row, 'muted'),
    transferredFrom: textOrNull(row, 'transferred_from'),
    recordingFile: text(row, 'recording_file'),
    note: text(row, 'note'),
    label: text(row, 'label'),
    seen: flag(row, 'seen'),
    parts,
    ...onlyKnown(row),
  }
}

/** Fields that not every call has. */
function onlyKnown(
  row: Row,
): Pick<HistoryCall, 'answeredBy' | 'recording' | 'waited' | 'customData' | 'crm'> {
  const answeredBy = textOrNull(row, 'answered_by')
  const recording = RECORDINGS.find((state) => state === row['recording'])
  const seconds = integerOrNull(row, 'waited_seconds')
  const customData = customDataFrom(row)
  const crm = crmCallerFrom(row)
  return {
    ...(answeredBy === null ? {} : { answeredBy }),
    ...(recording === undefined ? {} : { recording }),
    ...(seconds === null ? {} : { waited: { queue: text(row, 'waited_queue'), seconds } }),
    ...(customData === null ? {} : { customData }),
    ...(crm === null ? {} : { crm }),
  }
}

const RECORDINGS = ['recorded', 'muted'] as const

const partFrom = (row: Row): Part => ({
  kind: oneOf(row, 'kind', [...PHASES, 'recording-muted'], 'talked'),
  from: integer(row, 'from_at'),
  to: integerOrNull(row, 'to_at'),
})

const muteFrom = (row: Row): MuteRecord => ({
  from: integer(row, 'from_at'),
  to: integerOrNull(row, 'to_at'),
  by: oneOf(row, 'by_hand', MUTING_HANDS, 'elsewhere'),
  endedBy: row['ended_by'] === null ? null : oneOf(row, 'ended_by', MUTE_ENDS, 'elsewhere'),
})
