import { NOT_SEEN, NOT_TRIED, type Answered, type Guess } from './guess.ts'
import type { Answers } from './ask-read-only.ts'
import { counted, field, isRow, kindOf, rowsOf, wordOnly, type Row } from './shapes.ts'

const KNOWN = {
  wrapper: ['ERR', 'DESC', 'EXTENSIONS', 'QUEUES'],
  extension: [
    ...['name', 'representative', 'username', 'extensionID', 'userID', 'onlineUserID', 'onlineUserStatus'],
    'calls',
  ],
  call: [
    ...['callStarted', 'callAnswered', 'answered', 'callername', 'callerphone', 'callstatus', 'customdata'],
    ...['direction', 'ivrid', 'recording', 'did'],
  ],
  queue: ['Name', 'ID', 'Weight', 'Callers'],
  caller: ['Phone', 'CallID', 'JoinTime', 'Duration'],
}
const NUMBERS = [
  ...['ERR', 'extensionID', 'userID', 'onlineUserID', 'onlineUserStatus', 'callStarted', 'callAnswered'],
  ...['answered', 'IsMuted', 'ID', 'Weight', 'JoinTime', 'Duration'],
]
const TEXTS = [
  'name',
  'representative',
  'username',
  'callername',
  'callerphone',
  'callstatus',
  'direction',
  'did',
]

/**
 * Each assumption of the documentation, and what these responses show about it. Never contains values of the account.
 */
export function readGuesses({ extensions, queues, log }: Answers): readonly Guess[] {
  const rows = listIn(extensions, 'EXTENSIONS')
  const calls = rows.flatMap((row) => rowsOf(row['calls']))
  const queueRows = listIn(queues, 'QUEUES')
  const callers = queueRows.flatMap((row) => rowsOf(row['Callers']))
  const recordings = calls.flatMap((call) => call['recording'])
  const all = [
    ...wrapperOf(extensions),
    ...rows,
    ...calls,
    ...recordings.filter(isRow),
    ...queueRows,
    ...callers,
  ]
  const ofField = (name: string): string => orNot(calls.map((call) => kindOf(call[name])))
  return [
    { where: 'calls', guess: 'customdata may be a list', here: ofField('customdata') },
    { where: 'calls', guess: 'recording may be a list of one, or none', here: ofField('recording') },
    {
      where: 'calls',
      guess: 'direction: Incoming, Outgoing, or a word of the related API',
      here: orNot(calls.map((call) => wordOnly(call['direction']))),
    },
    { where: 'calls', guess: 'numbers may be text', here: kindsOf(all, NUMBERS) },
    { where: 'calls', guess: 'any text may be empty or null', here: kindsOf(all, TEXTS, emptyOr) },
    {
      where: 'calls',
      guess: 'keys may be added',
      here: addedKeys(extensions, rows, calls, queueRows, callers),
    },
    {
      where: 'clock',
      guess: 'times are the account’s wall clock, minus UTC',
      here: offsetOf(queues, callers),
    },
    {
      where: 'queues',
      guess: 'an unknown queue gets ERR 2',
      here: 'not tried: it needs an unknown queue',
    },
    { where: 'errors', guess: 'an error comes with HTTP 200 and an ERR', here: errorsOf(extensions, queues) },
    {
      where: 'dial',
      guess: 'a click-to-call’s direction is Click2Call or Outgoing, its first leg Ringing',
      here: orNot(
        calls
          .filter(isPlacedByApi)
          .map((call) => `${wordOnly(call['direction'])} ${wordOnly(call['callstatus'])}`),
      ),
    },
    { where: 'dial', guess: 'ERRORCODE may be text', here: NOT_TRIED },
    { where: 'dial', guess: 'terminate hangs up everything on the extension', here: NOT_TRIED },
    { where: 'dial', guess: 'the first leg may have another id than CALLID', here: NOT_TRIED },
    { where: 'status', guess: 'what happens to a call when the agent logs out', here: NOT_TRIED },
    ...logGuesses(log),
  ]
}

function listIn(answered: Answered, name: string): readonly Row[] {
  return answered.kind === 'json' && isRow(answered.body) ? rowsOf(field(answered.body, name)) : []
}

const wrapperOf = (answered: Answered): readonly Row[] =>
  answered.kind === 'json' && isRow(answered.body) ? [answered.body] : []

const orNot = (words: readonly string[]): string => (words.length === 0 ? NOT_SEEN : counted(words))

const isPlacedByApi = (call: Row): boolean => /click/i.test(String(call['direction']))

function kindsOf(
  rows: readonly Row[],
  names: readonly string[],
  say: (value: unknown) => string = kindOf,
): string {
  return orNot(rows.flatMap((row) => names.filter((name) => name in row).map((name) => say(row[name]))))
}

const emptyOr = (value: unknown): string =>
  value === '' ? 'empty' : typeof value === 'string' ? 'text' : kindOf(value)

function addedKeys(
  extensions: Answered,
  rows: readonly Row[],
  calls: readonly Row[],
  queues: readonly Row[],
  callers: readonly Row[],
): string {
  const beyond = (all: readonly Row[], known: readonly string[]): readonly string[] =>
    all.flatMap((row) => Object.keys(row).filter((key) => !known.includes(key)))
  const added = [
    ...beyond(wrapperOf(extensions), KNOWN.wrapper),
    ...beyond(rows, KNOWN.extension),
    ...beyond(calls, KNOWN.call),
    ...beyond(queues, KNOWN.queue),
    ...beyond(callers, KNOWN.caller),
  ]
  if (added.length > 0) return counted(added.map(wordOnly))
  return rows.length === 0 ? NOT_SEEN : 'none'
}

const QUARTER_MS = 15 * 60_000

/** `JoinTime + Duration` of a waiting caller is the API's current time. */
function offsetOf(queues: Answered, callers: readonly Row[]): string {
  if (queues.kind !== 'json') return NOT_SEEN
  const offsets = callers.flatMap((caller) => {
    const apiNow = Number(caller['JoinTime']) + Number(caller['Duration'])
    const minutes = (Math.round((apiNow * 1000 - queues.receivedAt) / QUARTER_MS) * QUARTER_MS) / 60_000
    return Number.isFinite(minutes) && apiNow > 0
      ? [`${minutes >= 0 ? '+' : '−'}${Math.abs(minutes)} min`]
      : []
  })
  return offsets.length === 0 ? 'not seen: nobody is waiting in a queue' : counted(offsets)
}

function errorsOf(...answers: readonly Answered[]): string {
  return answers
    .map((answered) => {
      if (answered.kind === 'none') return answered.why
      const err = isRow(answered.body) ? field(answered.body, 'ERR') : undefined
      return `HTTP ${answered.status}, ERR ${/^\d{1,4}$/.test(String(err)) ? String(err) : kindOf(err)}`
    })
    .join('; ')
}

function logGuesses(log: Answered): readonly Guess[] {
  const records = listIn(log, 'CDR_LIST')
  const failed = log.kind === 'none' ? log.why : log.status === 200 ? null : `HTTP ${log.status}`
  const why = failed === null ? NOT_SEEN : `no response: ${failed}`
  const namesLike = (name: string): string => {
    const keys = records.flatMap((one) => Object.keys(one).filter((key) => key.toLowerCase() === name))
    return keys.length === 0 ? why : counted(keys)
  }
  const perCall = [...Map.groupBy(records, (one) => field(one, 'CallID')).values()].map(
    ({ length }) => length,
  )
  return [
    { where: 'call log', guess: 'Callerextension or CallerExtension', here: namesLike('callerextension') },
    {
      where: 'call log',
      guess: 'a ring group gives one record for each station, or one for all',
      here: perCall.length === 0 ? why : counted(perCall.map((count) => `${count} for a call`)),
    },
    {
      where: 'call log',
      guess: 'dates are UTC with a Z',
      here: records.length === 0 ? why : counted(records.map((one) => dateForm(field(one, 'Date')))),
    },
  ]
}

const dateForm = (date: unknown): string =>
  typeof date === 'string' ? date.replaceAll(/\d/g, '0').replaceAll(/[^0\-:.TZ+ /]/g, '?') : kindOf(date)
