import * as v from 'valibot'
import type { Direction, Phase, Phone, ReadCall, Recording } from '../domain.ts'
import { displayName } from '../phone/display-name.ts'
import type { RepairLog } from './repair-log.ts'
import { readCustomData } from './custom-data.ts'
import { createFields, MAX_PHONE_LENGTH } from './fields.ts'
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
  const fields = createFields(log)
  const wireCall = v.object({
    ivrid: fields.id('ivrid'),
    callStarted: fields.epoch('callStarted'),
    callAnswered: fields.epoch('callAnswered'),
    answered: fields.flag('answered'),
    callername: fields.text('callername'),
    callerphone: fields.text('callerphone', MAX_PHONE_LENGTH),
    callstatus: fields.text('callstatus'),
    direction: fields.text('direction'),
    did: fields.text('did', MAX_PHONE_LENGTH),
    customdata: fields.part(),
    recording: fields.part(),
  })
  const wireRecording = v.object({ Filename: fields.text('Filename', 256), IsMuted: fields.flag('IsMuted') })

  function known<T>(field: string, word: string, words: ReadonlyMap<string, T>, otherwise: T): T {
    const meaning = words.get(word.toLowerCase())
    if (meaning === undefined && word !== '') log.note(field, 'unknown-word')
    return meaning ?? otherwise
  }

  function readRecording(value: unknown): Recording {
    const record = oneRecord(value, 'recording', log)
    if (record === null) return { state: 'unknown', fileName: '' }
    const { Filename, IsMuted } = log.within('recording', () => v.parse(wireRecording, record))
    return { state: IsMuted === null ? 'unknown' : IsMuted ? 'muted' : 'recorded', fileName: Filename }
  }

  return (entry: unknown, extension: string): ReadCall | null => {
    const record = oneRecord(entry, '', log)
    const wire = record === null ? null : v.parse(wireCall, record)
    if (wire === null || wire.ivrid === '') {
      log.note('', 'dropped-no-id')
      return null
    }
    const customData = readCustomData(wire.customdata, log)
    const origin = Object.hasOwn(customData, ORIGIN) ? customData[ORIGIN] : undefined
    return {
      key: `${extension}/${wire.ivrid}`,
      extension,
      ivrid: wire.ivrid,
      phase: known('callstatus', wire.callstatus, PHASES, 'other'),
      statusWord: wire.callstatus,
      direction: known('direction', wire.direction, DIRECTIONS, 'unknown'),
      phone: readPhone(wire.callerphone),
      name: wire.callername || displayName(wire.callerphone),
      did: wire.did === '' ? null : readPhone(wire.did),
      // Never from `callstatus`: `Talking` with `answered: 0` occurs.
      answered: wire.answered ?? (wire.callAnswered === null ? null : true),
      startedApiSeconds: wire.callStarted,
      answeredApiSeconds: wire.callAnswered,
      recording: readRecording(wire.recording),
      customData,
      transferredFrom: origin === undefined || origin === '' ? null : origin,
    }
  }
}
