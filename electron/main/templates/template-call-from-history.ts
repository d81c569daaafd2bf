import type { MissedCall } from '../../../core/domain.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'

/** A stored call as a template sees it: as the live call was at its end. */
export function templateCallFromHistory(call: HistoryCall): TemplateCall {
  const { extension, ivrid, phone, name, did, direction, startedAt, agent, answeredBy } = call
  return {
    ...{ extension, ivrid, phone, name, did, direction, startedAt },
    statusWord: '',
    agent: answeredBy ?? agent,
    client: call.crm?.name ?? '',
    company: call.crm?.company ?? '',
    status: call.outcome ?? 'unknown',
    durationSeconds: durationOf(call),
    recording: recordingOf(call),
    queue: call.waited?.queue ?? '',
    waitedSeconds: call.waited?.seconds ?? null,
    customData: call.customData ?? {},
  }
}

/** A missed call that the journal could not store. */
export function missedTemplateCall(missed: MissedCall): TemplateCall {
  const { key, ivrid, phone, name, did, direction, startedAt } = missed
  return {
    ...{ ivrid, phone, name, did, direction, startedAt },
    ...NOTHING_MORE,
    extension: key.slice(0, -ivrid.length - 1),
    agent: '',
    status: 'missed',
    durationSeconds: null,
    recording: 'unknown',
  }
}

const NOTHING_MORE = {
  ...{ statusWord: '', client: '', company: '', queue: '', waitedSeconds: null },
  customData: {},
}

/** Since it was answered, including hold; null if it wasn't. If the end wasn't seen, the observed part counts. */
function durationOf({ outcome, answeredAt, endedAt, talkSeconds }: HistoryCall): number | null {
  if (answeredAt === null || (outcome !== null && outcome !== 'completed')) return null
  return endedAt === null ? talkSeconds : Math.max(0, Math.floor((endedAt - answeredAt) / 1000))
}

/** Muted for a while counts as muted: part of it is not in the recording. */
function recordingOf({ muted, recording, recordingFile }: HistoryCall): TemplateCall['recording'] {
  if (muted) return 'muted'
  if (recording !== undefined) return recording
  return recordingFile === '' ? 'unknown' : 'recorded'
}
