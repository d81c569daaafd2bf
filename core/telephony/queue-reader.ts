import type { Phone } from '../domain.ts'
import type { RepairLog } from './repair-log.ts'
import type { Queue, WaitingCaller } from './telephony-client.ts'
import { errFailure, openEnvelope } from './envelope.ts'
import type { Reading } from './envelope.ts'
import { fieldsOf, MAX_PHONE_LENGTH } from './fields.ts'
import { listOf, oneRecord } from './records.ts'
import type { JsonRecord } from './records.ts'

/** Reads the response of GetQueuesCallers. A queue that the account doesn't have is an empty list. Never throws. */
export function createQueueReader(log: RepairLog, readPhone: (received: string) => Phone) {
  function readCaller(record: JsonRecord): WaitingCaller {
    const { text, id, epoch, integer } = fieldsOf(record, log)
    const [callId, joinedApiSeconds, waited] = [id('CallID'), epoch('JoinTime'), integer('Duration')]
    // Someone is waiting, with an id or without.
    if (callId === '') log.note('CallID', 'missing')
    return {
      callId,
      phone: readPhone(text('Phone', MAX_PHONE_LENGTH)),
      joinedApiSeconds,
      waitedSeconds: waited === null || waited < 0 ? null : waited,
    }
  }

  function readCallers(value: unknown): readonly WaitingCaller[] {
    const callers: WaitingCaller[] = []
    const known = new Set<string>()
    listOf(value, 'Callers', 'CallID', log).forEach((entry, index) => {
      log.within(`Callers[${index}]`, () => {
        const record = oneRecord(entry, '', log)
        if (record === null) return
        const caller = readCaller(record)
        if (known.has(caller.callId)) log.note('', 'duplicate')
        else callers.push(caller)
        if (caller.callId !== '') known.add(caller.callId)
      })
    })
    return callers
  }

  function readQueue(record: JsonRecord): Queue {
    const { text, numericId, integer } = fieldsOf(record, log)
    return {
      id: numericId('ID'),
      name: text('Name'),
      weight: integer('Weight') ?? 0,
      callers: readCallers(record['Callers']),
    }
  }

  return (body: unknown, asked: string | null): Reading<readonly Queue[]> => {
    log.begin()
    const envelope = openEnvelope(body, 'QUEUES', log)
    if (envelope.kind === 'error') {
      const unknown = asked !== null && /queue is not found/i.test(envelope.desc)
      return unknown ? { kind: 'answer', answer: [], repairs: [] } : errFailure(envelope.err, 200)
    }
    if (envelope.kind !== 'list') return envelope
    const queues = listOf(envelope.list, 'QUEUES', 'ID', log).map((entry, index) =>
      log.within(`QUEUES[${index}]`, () => {
        const record = oneRecord(entry, '', log)
        return record === null ? null : readQueue(record)
      }),
    )
    const found = queues
      .filter((queue) => queue !== null)
      .filter((queue) => asked === null || queue.id === asked)
    const { repairs, tooMany } = log.collected()
    return tooMany ? { kind: 'malformed', why: 'too-large' } : { kind: 'answer', answer: found, repairs }
  }
}
