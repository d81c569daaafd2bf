import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { USUAL_LAG } from '../../simulator/world/call-log.ts'
import type { TruthEvent } from '../../simulator/world/truth.ts'
import { createWorld, type World } from '../../simulator/world/world.ts'
import { callIn } from './call-in.ts'
import type { JournalContents } from './journal-contents.ts'
import { endDay, EVENING_MS } from './call-log/end-day.ts'
import type { Dismissal, Forgetting } from './call-log/evening.ts'
import type { LogAnswer } from './call-log/log-answer.ts'
import { seatGuest } from './call-log/seat-guest.ts'
import { worldCalls, type WorldCall } from './call-log/world-calls.ts'
import { createNotebook } from './notebook.ts'
import { createProgram, type Tally } from './program.ts'
import { moveDesk } from './move-desk.ts'
import type { Left } from './outside.ts'
import type { Dials, SentRequest, StatusAct, Step, Wish, WrittenNote } from './step.ts'
import type { Incident, Story } from './story.ts'
import { takenSteps, type Watched } from './taken-steps.ts'
import type { TakenStep } from './taken-step.ts'

/** Everything that happened in a shift: what the program did, and the truth. */
export interface Shift extends Tally {
  readonly story: Story
  readonly steps: readonly Step[]
  /** The same steps, interpreted for the watched extension. */
  readonly taken: readonly TakenStep[]
  readonly requests: readonly SentRequest[]
  readonly watched: Watched
  /** The id of the agent who is logged in at the watched extension at the start. */
  readonly person: number
  readonly left: readonly Left[]
  readonly wishes: readonly Wish[]
  readonly statuses: readonly StatusAct[]
  readonly notes: readonly WrittenNote[]
  readonly dials: Dials
  readonly truth: readonly TruthEvent[]
  /** Every call on every extension, as the log will have it one day. */
  readonly world: readonly WorldCall[]
  readonly logAnswers: readonly LogAnswer[]
  readonly forgotten: readonly Forgetting[]
  readonly dismissals: readonly Dismissal[]
  /** What the journal contained at the end. */
  readonly stored: JournalContents
}

/** The watched extension: one where someone is logged in from the start. */
const EXTENSION = 'SIPSIP2'
const MINUTE_MS = 60_000
const AFTERWARDS_MS = 60_000 // everything in progress has finished by then

/** Runs a story from start to end in virtual time. The same story results in the same shift. */
export async function runShift(story: Story): Promise<Shift> {
  const clock = virtualClock(story.startAt)
  const world = worldOf(story)
  let errorMs = story.clockErrorMs
  const notebook = createNotebook(clock.now, () => clock.now() + errorMs)
  const sits = world.agent(EXTENSION)
  if (sits === undefined) throw new RangeError(`no extension ${EXTENSION} in this world`)
  const { onlineUserId: person, representative } = sits
  const extension = EXTENSION
  const parts = { story, world, trueTime: clock, errorMs: () => errorMs, extension, person, notebook }
  const program = createProgram(parts)

  function happen(incident: Incident): void {
    switch (incident.kind) {
      case 'wire':
        return
      case 'crash':
      case 'quit':
        program.end(incident.kind)
        clock.after(incident.lastsMs, program.begin)
        return
      case 'sleep':
        clock.after(incident.lastsMs, program.sleep(incident.announced))
        return
      case 'clock-set':
        errorMs += incident.byMs
        program.clockSet()
        return
      case 'caller':
        callIn({ ...parts, extension: deskNow() }, incident)
        return
      case 'mute':
        if (incident.by === 'here') program.mute(incident.muted)
        else muteElsewhere(incident.muted)
        return
      case 'status':
        program.setStatus(incident.status, incident.clicks)
        return
      case 'disk-full':
        clock.after(incident.lastsMs, program.fillDisk())
        return
      case 'log':
        if (incident.fault === 'lag') lag(incident)
        return
      case 'guest':
        seatGuest({ ...parts, representative }, incident)
        return
      case 'forget':
        program.forget()
        return
      case 'dismiss':
        program.dismiss(incident.undone)
        return
      case 'note':
        program.write(incident.text)
        return
      case 'dial':
        dial(incident)
        return
      case 'move':
        moveDesk({ ...parts, representative }, incident)
    }
  }

  function lag({ amount, lastsMs }: Extract<Incident, { kind: 'log' }>): void {
    world.callLog.setLag({ ...USUAL_LAG, mostMs: amount * MINUTE_MS })
    clock.after(lastsMs, () => world.callLog.setLag(USUAL_LAG))
  }

  /** After a restart, the window repeats its requests, as if it hadn't noticed the crash. */
  function dial({ nth, answersMs, yeses, firstLeg }: Extract<Incident, { kind: 'dial' }>): void {
    const id = `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`
    const target = `97252${String(4_000_000 + nth)}`
    world.clickToCall.show(firstLeg)
    program.ask(id, `+${target}`)
    clock.after(answersMs, () => {
      notebook.confirmed(target)
      for (let yes = 0; yes < yeses; yes += 1) clock.after(yes * 20, () => program.confirm(id))
    })
    for (const laterMs of [12_000, 25_000])
      clock.after(answersMs + laterMs, () => {
        program.ask(id, `+${target}`)
        program.confirm(id)
      })
  }

  function muteElsewhere(muted: boolean): void {
    const extension = deskNow()
    world.hand.mute({ extension }, muted)
  }

  /** Where the watched agent is logged in, or was at the start. */
  function deskNow(): string {
    world.advanceTo(clock.now())
    const desk = world.agents().find(({ onlineUserId }) => onlineUserId === person)
    return story.watched === 'person' ? (desk?.extension ?? EXTENSION) : EXTENSION
  }

  for (const incident of story.incidents) clock.after(incident.atMs, () => happen(incident))
  program.begin()
  await clock.advance(story.lastsMs)
  if (story.callLog) {
    endDay(world, person, clock.now())
    program.begin()
    await clock.advance(EVENING_MS)
  }
  program.begin() // the program may be down: a start lets it read what it stored
  const stored = program.stored()
  program.end('quit')
  program.tidy()
  await clock.advance(AFTERWARDS_MS)
  const steps = notebook.steps()
  const watched: Watched = {
    extension,
    person: story.watched === 'person' ? person : null,
    wide: story.watched !== 'extension',
  }
  const taken = takenSteps(steps, watched)
  const record = {
    steps,
    taken,
    watched,
    person,
    requests: notebook.requests(),
    left: notebook.allLeft(),
    wishes: notebook.wishes(),
    statuses: notebook.statuses(),
    notes: notebook.notes(),
    dials: notebook.dials(),
    truth: world.events(),
    world: worldCalls(world.callLog.records(Infinity)),
    logAnswers: notebook.logAnswers(),
    forgotten: notebook.forgotten(),
    dismissals: notebook.dismissals(),
    stored,
  }
  return { story, ...record, ...program.tally }
}

function worldOf({ seed, startAt, accountZone, agents, callsPerHour, outgoingPerHour }: Story): World {
  const change = { agents, callsPerHour, outgoingPerHour }
  return createWorld({ seed, scenario: 'busy-shift', startAt, zone: accountZone, change })
}
