import type { Step } from './step.ts'
import type { Incident } from './story.ts'
import type { Shift } from './run-shift.ts'
import type { Violation } from './violation.ts'

const BEFORE_MS = 40_000
const AFTER_MS = 1_000

/** A story as readable lines: how busy it is, what goes wrong, and the moments before each broken rule. */
export function storyLines(
  { story, steps, truth }: Shift,
  violations: readonly Violation[],
): readonly string[] {
  const time = (at: number): string => new Date(at).toISOString().slice(0, 23)
  const near = (at: number): boolean =>
    violations.some((one) => at >= one.at - BEFORE_MS && at <= one.at + AFTER_MS)
  const happened = [
    ...story.incidents.map((incident) => ({
      at: story.startAt + incident.atMs,
      line: tellIncident(incident),
    })),
    ...steps.flatMap((step) => (near(step.at) ? [{ at: step.at, line: tellStep(step) }] : [])),
    ...truth.flatMap((event) =>
      near(event.at) && 'extension' in event && (story.watched === 'person' || event.extension === WATCHED)
        ? [
            {
              at: event.at,
              line: `  world: ${event.kind} ${event.extension} ${'ivrid' in event ? event.ivrid : ''}`,
            },
          ]
        : [],
    ),
    ...violations.map(({ at, rule, what }) => ({ at, line: `  BROKEN, ${rule}: ${what}` })),
  ]
  const { watched, startAt, lastsMs, agents, callsPerHour, accountZone, settingsZone, clockErrorMs } = story
  return [
    `${time(startAt)}  a shift of ${Math.round(lastsMs / 60_000)} min, watched: ${watched}: ${agents} agents, ${callsPerHour} calls an hour, account in ${accountZone}, settings say ${settingsZone}, this computer's clock ${clockErrorMs / 1000} s ahead`,
    ...happened.toSorted((one, other) => one.at - other.at).map(({ at, line }) => `${time(at)}  ${line}`),
  ]
}

const WATCHED = 'SIPSIP2'

function tellIncident(incident: Incident): string {
  switch (incident.kind) {
    case 'wire':
      return `wire: ${incident.fault} (${incident.amount}) for ${incident.lastsMs / 1000} s, ${incident.about}`
    case 'sleep':
      return `the computer sleeps for ${incident.lastsMs / 1000} s${incident.announced ? '' : ', and does not say so'}`
    case 'crash':
    case 'quit':
      return `${incident.kind}, begun again after ${incident.lastsMs / 1000} s`
    case 'clock-set':
      return `this computer's clock is set by ${incident.byMs / 1000} s`
    case 'disk-full':
      return `the disk is full for ${incident.lastsMs / 1000} s`
    case 'log':
      return `call log: ${incident.fault} (${incident.amount}) for ${incident.lastsMs / 1000} s`
    case 'guest':
      return `someone else is logged in for ${incident.lastsMs / 1000} s`
    case 'forget':
      return 'the newest caller is deleted'
    case 'dismiss':
      return `the newest missed call is dismissed${incident.undone ? ', and put back' : ''}`
    case 'note':
      return `a note of ${incident.text.length} characters`
    case 'mute':
      return `recording ${incident.muted ? 'muted' : 'resumed'} ${incident.by}`
    case 'dial':
      return `call number ${incident.nth}, yes ${incident.yeses} times after ${incident.answersMs / 1000} s, own leg ${JSON.stringify(incident.firstLeg)}`
    case 'status':
      return `the agent clicks ${incident.status} ${incident.clicks} times`
    case 'move':
      return `the person ${incident.stays ? 'stays and' : 'logs out, and'} sits down at desk ${incident.desk} after ${incident.lastsMs / 1000} s`
    case 'caller':
      return `a caller rings for ${incident.lastsMs / 1000} s, ${incident.talksMs === null ? 'in vain' : `then talks for ${incident.talksMs / 1000} s`}`
  }
}

function tellStep({ run, what, alerts, withdrawn, events, location }: Step): string {
  const parts = [
    `run ${run}: ${tellWhat(what)}`,
    ...(location.kind === 'fixed'
      ? []
      : [`${location.kind} ${'extension' in location ? location.extension : ''}`]),
    ...events.map(
      (event) => `${event.type} ${event.call.ivrid}${event.type === 'ended' ? ` ${event.outcome}` : ''}`,
    ),
    ...alerts.map(({ kind, id }) => `alert ${kind} ${id}`),
    ...withdrawn.map((id) => `withdrawn ${id}`),
  ]
  return `  ${parts.join('; ')}`
}

function tellWhat(what: Step['what']): string {
  switch (what.kind) {
    case 'good':
      return `answer about ${what.view.extension}${what.view.fresh ? '' : ' of before'}${what.view.whole ? '' : ' with calls left out'} [${what.view.onlineUserId === 0 ? 'nobody: ' : ''}${what.view.calls.map(({ ivrid, word }) => `${word} ${ivrid}`).join(', ')}]`
    case 'failed':
      return `no answer about ${what.about} (${what.why})`
    case 'everyone':
      return `answer about everyone${what.lacks ? ' but one' : ''}${what.views.every(({ whole }) => whole) ? '' : ' with calls left out'} [${what.views.flatMap(({ calls }) => calls.map(({ key, word }) => `${word} ${key}`)).join(', ')}]`
    case 'queues':
      return `answer about queues [${what.queues.map(({ waitedMs }) => waitedMs.length).join(', ')}]`
    case 'older':
      return `older answer about ${what.about}`
    case 'ended':
      return what.how
    case 'unknown-extension':
    case 'began':
    case 'slept':
    case 'woke':
    case 'clock-set':
      return what.kind
  }
}
