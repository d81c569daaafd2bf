import type { MissedCall } from '../../core/domain.ts'
import type { KeptCall } from '../../core/journal/kept-call.ts'
import type { TemplateCall } from '../../core/templates/template-call.ts'

/** A kept call as a template sees it. Where the caller waited and what was sent along is not kept. */
export function keptTemplateCall(call: KeptCall): TemplateCall {
  const { extension, ivrid, phone, name, did, direction, startedAt, agent, answeredBy } = call
  return {
    ...{ extension, ivrid, phone, name, did, direction, startedAt },
    ...NOT_KEPT,
    agent: answeredBy ?? agent,
    status: call.outcome ?? 'unknown',
    durationSeconds: call.answeredAt === null ? null : call.talkSeconds,
    recording: recordingOf(call),
  }
}

/** A missed call that the journal could not keep. */
export function missedTemplateCall(missed: MissedCall): TemplateCall {
  const { key, ivrid, phone, name, did, direction, startedAt } = missed
  return {
    ...{ ivrid, phone, name, did, direction, startedAt },
    ...NOT_KEPT,
    extension: key.slice(0, -ivrid.length - 1),
    agent: '',
    status: 'missed',
    durationSeconds: null,
    recording: 'unknown',
  }
}

const NOT_KEPT = { statusWord: '', queue: '', waitedSeconds: null, customData: {} }

/** Muted for a while counts as muted: part of it is not in the recording. */
function recordingOf({ muted, recordingFile }: KeptCall): TemplateCall['recording'] {
  if (muted) return 'muted'
  return recordingFile === '' ? 'unknown' : 'recorded'
}
