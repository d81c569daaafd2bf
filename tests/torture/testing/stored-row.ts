import type { HistoryCall } from '../../../core/history/history-call.ts'
import { knownCall, START } from './sample-step.ts'

/** A missed call as the journal stores it, unless overridden. */
export function storedRow(ivrid: string, change: Partial<HistoryCall> = {}): HistoryCall {
  const { key, extension, phone, name, did, direction } = knownCall(ivrid)
  return {
    ...{ key, extension, ivrid, phone, name, did, direction, rowId: 1, agent: '', startedAt: START },
    ...{ answeredAt: null, endedAt: START + 5_000, endSeen: true, outcome: 'missed', talkSeconds: 0 },
    ...{ holdSeconds: 0, ringSeconds: 5, unseenAnswer: false, muted: false, transferredFrom: null },
    ...{ recordingFile: '', note: '', label: '', seen: false, parts: [] },
    ...change,
  }
}
