import type { Direction, Phase, Phone, ReadCall, Recording } from '../domain.ts'
import { displayName } from '../phone/display-name.ts'
import type { RepairLog } from './repair-log.ts'
import { readCustomData } from './custom-data.ts'
import { fieldsOf, MAX_PHONE_LENGTH } from './fields.ts'
import { oneRecord } from './records.ts'

const PHASES: ReadonlyMap<string, Phase> = new Map([
  ['ringing', 'ringing'],
  ['dialing', 'dialing'],
  ['talking', 'talking'],
  ['hold', 'held'],
])

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['incoming', 'incoming'],
  ['outgoing', 'outgoing'],
  ['click2call', 'click-to-call'],
  ['spy', 'spy'],
])

const ORIGIN = 'OriginalIvrUniqueID'

/** Reads one entry of `calls`. Null, and reported as dropped, only for a call without an id, which nothing could refer to. */
export function createCallReader(log: RepairLog, readPhone: (received: string) => Phone) {
  function known<T>(field: string, word: string, words: ReadonlyMap<string, T>, otherwise: T): T {
    const meaning = words.get(word.toLowerCase())
    if (meaning === undefined && word !== '') log.note(field, 'unknown-word')
    return meaning ?? otherwise
  }

  function readRecording(value: unknown): Recording {
    const record = oneRecord(value, 'recording', log)
    if (record === null) return { state: 'unknown', fileName: '' }
    return log.within('recording', () => {
      const { text, flag } = fieldsOf(record, log)
      const fileName = text('Filename', 256)
      const muted = flag('IsMuted')
      return { state: muted === null ? 'unknown' : muted ? 'muted' : 'recorded', fileName }
    })
  }

  return (entry: unknown, extension: string): ReadCall | null => {
    const record = oneRecord(entry, '', log)
    const fields = fieldsOf(record ?? {}, log)
    const ivrid = fields.id('ivrid')
    if (record === null || ivrid === '') {
      log.note('', 'dropped-no-id')
      return null
    }
    const answeredApiSeconds = fields.epoch('callAnswered')
    const [callerphone, did] = [
      fields.text('callerphone', MAX_PHONE_LENGTH),
      fields.text('did', MAX_PHONE_LENGTH),
    ]
    const [statusWord, direction] = [fields.text('callstatus'), fields.text('direction')]
    const customData = readCustomData(record['customdata'], log)
    const origin = Object.hasOwn(customData, ORIGIN) ? customData[ORIGIN] : undefined
    return {
      key: `${extension}/${ivrid}`,
      extension,
      ivrid,
      phase: known('callstatus', statusWord, PHASES, 'other'),
      statusWord,
      direction: known('direction', direction, DIRECTIONS, 'unknown'),
      phone: readPhone(callerphone),
      name: fields.text('callername') || displayName(callerphone),
      did: did === '' ? null : readPhone(did),
      // Never from `callstatus`: `Talking` with `answered: 0` occurs.
      answered: fields.flag('answered') ?? (answeredApiSeconds === null ? null : true),
      startedApiSeconds: fields.epoch('callStarted'),
      answeredApiSeconds,
      recording: readRecording(record['recording']),
      customData,
      transferredFrom: origin === undefined || origin === '' ? null : origin,
    }
  }
}
