import type { Journal } from '../../core/journal/journal.ts'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { createRandom } from '../../simulator/world/random.ts'
import type { TruthEvent } from '../../simulator/world/truth.ts'
import { createWorld } from '../../simulator/world/world.ts'
import { createComputer, type Computer } from './computer.ts'
import { startDesk, type Desk } from './desk.ts'
import { createJournalFile } from './journal-file.ts'
import { readKept, type Kept } from './kept.ts'
import { createNotebook } from './notebook.ts'
import type { Step } from './step.ts'
import type { Incident, Story } from './story.ts'
import type { Violation } from './violation.ts'
import { createWire, type Wire } from './wire.ts'

/** All that happened in a shift: what the program did, and what was true. */
export interface Shift {
  readonly story: Story
  readonly steps: readonly Step[]
  readonly truth: readonly TruthEvent[]
  /** What the journal held at the end. */
  readonly kept: Kept
  /** What the journal complained of on a disk that is well; nothing should be. */
  readonly complaints: readonly Violation[]
  /** Timers that were still set after the program had ended; none should be. */
  readonly timersLeft: number
  readonly polls: number
  /** How often each fault was met. */
  readonly faults: ReadonlyMap<string, number>
  /** The companions of all runs: nothing may hold them any more. */
  readonly companions: readonly WeakRef<object>[]
}

/** The extension that is watched: one that is logged in from the first. */
export const EXTENSION = 'SIPSIP2'
const CODE = 'torture-code-7d1f'
const AFTERWARDS_MS = 60_000 // what was still under way has come to its end by then

interface Run {
  readonly computer: Computer
  readonly wire: Wire
  readonly desk: Desk
}

/** Runs a story from beginning to end on virtual time. The same story gives the same shift. */
export async function runShift(story: Story): Promise<Shift> {
  const clock = virtualClock(story.startAt)
  const world = createWorld({
    seed: story.seed,
    scenario: 'busy-shift',
    startAt: story.startAt,
    zone: story.accountZone,
    change: {
      agents: story.agents,
      callsPerHour: story.callsPerHour,
      outgoingPerHour: story.outgoingPerHour,
    },
  })
  const random = (stream: string) => createRandom(story.seed, stream)
  const chance = { wire: random('wire'), desk: random('desk') }
  const faults = new Map<string, number>()
  const companions: WeakRef<object>[] = []
  const complaints: Violation[] = []
  let errorMs = story.clockErrorMs
  let polls = 0
  let timersLeft = 0
  let current: Run | null = null
  const file = createJournalFile()
  const notebook = createNotebook(clock.now, () => clock.now() + errorMs)

  function begin(): void {
    if (current !== null) return
    const computer = createComputer(clock, () => errorMs)
    const wire = createWire({
      story,
      world,
      trueTime: clock,
      computer,
      code: CODE,
      extension: EXTENSION,
      random: chance.wire,
      tell(outcome) {
        polls += 1
        notebook.step(outcome)
      },
      onFault: ({ fault }) => faults.set(fault, (faults.get(fault) ?? 0) + 1),
    })
    notebook.newRun()
    const desk = startDesk({
      computer,
      fetch: wire.fetch,
      random: chance.desk,
      code: CODE,
      extension: EXTENSION,
      zone: story.settingsZone,
      path: file.path(),
      onCommand: notebook.command,
      onEvents: notebook.events,
      onJournalTrouble: (line) => complaints.push({ rule: 'journal well', at: clock.now(), what: line }),
    })
    current = { computer, wire, desk }
    companions.push(new WeakRef(desk.companion))
    notebook.follow(desk.companion.state)
    notebook.step({ kind: 'began' })
  }

  function end(how: 'crash' | 'quit'): void {
    if (current === null) return
    const { computer, wire, desk } = current
    current = null
    wire.forget()
    if (how === 'quit') {
      desk.quit()
      timersLeft += computer.waiting()
    }
    notebook.step({ kind: 'ended', how })
    computer.kill()
    if (how === 'crash') file.saveAsLeft()
    desk.journal.close()
  }

  function sleep(told: boolean): void {
    if (current === null) return
    if (told) {
      current.wire.forget()
      current.desk.companion.sleep()
    }
    current.computer.freeze()
    notebook.step({ kind: 'slept' })
  }

  function wake(slept: Run | null, told: boolean): void {
    if (current === null || current !== slept) return
    current.computer.thaw()
    if (told) {
      current.wire.forget()
      current.desk.companion.wake()
    }
    notebook.step({ kind: 'woke' })
  }

  function happen(incident: Incident): void {
    switch (incident.kind) {
      case 'wire':
        return
      case 'crash':
      case 'quit':
        end(incident.kind)
        clock.after(incident.lastsMs, begin)
        return
      case 'sleep': {
        const { told, lastsMs } = incident
        const run = current
        sleep(told)
        clock.after(lastsMs, () => wake(run, told))
        return
      }
      case 'clock-set':
        errorMs += incident.byMs
        if (current !== null) notebook.step({ kind: 'clock-set' })
        return
      case 'caller':
        call(incident.lastsMs, incident.talksMs)
    }
  }

  function call(ringsMs: number, talksMs: number | null): void {
    world.advanceTo(clock.now())
    const placed = world.hand.call({ extension: EXTENSION })
    if (placed.kind !== 'done' || placed.ivrid === null) return
    const ivrid = placed.ivrid
    const which = { ivrid, extension: EXTENSION }
    clock.after(ringsMs, () => {
      world.advanceTo(clock.now())
      if (talksMs === null) return void world.hand.hangUp({ ivrid })
      world.hand.answer(which)
      clock.after(talksMs, () => {
        world.advanceTo(clock.now())
        world.hand.hangUp({ ivrid })
      })
    })
  }

  const journalOf = (run: Run | null): Journal => {
    if (run === null) throw new Error('the program does not run')
    return run.desk.journal
  }

  for (const incident of story.incidents) clock.after(incident.atMs, () => happen(incident))
  begin()
  await clock.advance(story.lastsMs)
  begin() // it may just be down: what it kept is read with its own eyes
  const kept = readKept(journalOf(current))
  end('quit')
  file.remove()
  await clock.advance(AFTERWARDS_MS)
  return {
    story,
    steps: notebook.steps(),
    truth: world.events(),
    kept,
    complaints,
    timersLeft,
    polls,
    faults,
    companions,
  }
}
