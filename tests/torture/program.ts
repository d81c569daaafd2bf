import { STATUS_NUMBERS, type NamedStatus } from '../../core/status-words.ts'
import type { Clock } from '../../core/clock.ts'
import { createCallLogApi } from '../../simulator/api/call-log-answer.ts'
import type { CallLogStore } from '../../electron/main/call-log/call-log.ts'
import { createRandom } from '../../simulator/world/random.ts'
import type { World } from '../../simulator/world/world.ts'
import { createComputer, type Computer } from './computer.ts'
import { startDesk, type Desk } from './desk.ts'
import { createJournalFile } from './journal-file.ts'
import { readJournal, type JournalContents } from './journal-contents.ts'
import type { Notebook } from './notebook.ts'
import { settingsOf } from './settings-of.ts'
import type { Story } from './story.ts'
import type { Violation } from './violation.ts'
import { createWire, type Wire } from './wire.ts'

/** The program during a shift, one run after the other; only the journal's file passes from one to the next. */
export interface Program {
  /** Does nothing if it is already running. */
  begin(): void
  end(how: 'crash' | 'quit'): void
  /** Returns the function that wakes it. `announced`: the system announces it, before and after. */
  sleep(announced: boolean): () => void
  clockSet(): void
  /** Mutes or resumes the recording of a connected call; does nothing if there is none. */
  mute(muted: boolean): void
  /** The agent clicks a status this many times. */
  setStatus(status: NamedStatus, clicks: number): void
  /** The disk is full from now on; returns the function that ends it. */
  fillDisk(): () => void
  /** Opens the confirmation before a call to this number, or confirms it; `id`: the click's. */
  ask(id: string, number: string): void
  confirm(id: string): void
  /** Writes a note on the newest live call, otherwise on the newest in the history; does nothing if there is none. */
  write(text: string): void
  /** Deletes the newest caller of the history, unless they are on the phone; does nothing if there is none. */
  forget(): void
  /** Dismisses the newest missed call, and with `undone` puts it back; does nothing if there is none. */
  dismiss(undone: boolean): void
  /** What the journal of the current run contains. */
  stored(): JournalContents
  /** Removes the journal's file; nothing can start after that. */
  tidy(): void
  readonly tally: Tally
}

/** Counted over all runs. */
export interface Tally {
  readonly polls: number
  /** How often each network fault occurred. */
  readonly faults: ReadonlyMap<string, number>
  /** Timers still set after the program had ended normally; there should be none. */
  readonly timersLeft: number
  /** The journal’s troubles although the disk was fine, and the watchdog’s false alarms; there should be none. */
  readonly complaints: readonly Violation[]
  /** The companions of all runs: nothing may keep them in memory. */
  readonly companions: readonly WeakRef<object>[]
}

export interface ProgramParts {
  readonly story: Story
  readonly world: World
  readonly trueTime: Clock
  /** How far this computer's clock is ahead. */
  readonly errorMs: () => number
  readonly extension: string
  /** The id of the agent who is logged in there at the start. */
  readonly person: number
  readonly notebook: Notebook
}

interface Run {
  readonly computer: Computer
  readonly wire: Wire
  readonly desk: Desk
}

const BEGUN_AGAIN_MS = 8_000
/** What must be stored permanently is reported as not stored: the call isn't placed, the page doesn't open. */
const OF_A_FULL_DISK = /^journal: (full|the file is in use again|(noteDial|noteFired) failed \(full\))/
const CODE = 'torture-code-7d1f'

export function createProgram({
  story,
  world,
  trueTime,
  errorMs,
  extension,
  person,
  notebook,
}: ProgramParts): Program {
  const fate = createRandom(story.seed, 'fate')
  const chance = { wire: createRandom(story.seed, 'wire'), desk: createRandom(story.seed, 'desk') }
  const file = createJournalFile()
  const callLogStore = createLogStore()
  const callLog = createCallLogApi(world, CODE)
  const faults = new Map<string, number>()
  const complaints: Violation[] = []
  const companions: WeakRef<object>[] = []
  const tally = { polls: 0, timersLeft: 0, faults, complaints, companions }
  let current: Run | null = null
  let over = false

  function connect(computer: Computer): Wire {
    return createWire({
      ...{ code: CODE, story, world, trueTime, computer, random: chance.wire },
      onAsked: notebook.asked,
      onStatus: (status) => notebook.status('sent', status),
      onOutcome(outcome) {
        tally.polls += 1
        notebook.step(outcome)
      },
      onDialled: notebook.dialled,
      callLog,
      onLogAnswer(answer) {
        if (answer.fault !== null) faults.set(answer.fault, (faults.get(answer.fault) ?? 0) + 1)
        notebook.logAnswer(answer)
      },
      onFault: ({ fault }) => faults.set(fault, (faults.get(fault) ?? 0) + 1),
    })
  }

  function begin(): void {
    if (current !== null || over) return
    const computer = createComputer(trueTime, errorMs)
    let lives = true
    const wire = connect(computer)
    notebook.newRun()
    const desk = startDesk({
      ...{ code: CODE, computer, fetch: wire.fetch, random: chance.desk },
      settings: settingsOf(story, extension, person),
      callLogStore,
      path: file.path(),
      connect: file.connect,
      onCommand: notebook.command,
      fate,
      lives: () => lives,
      onLeft: notebook.left,
      die() {
        lives = false
        notebook.died()
        // Whatever remains of this moment is dropped; the next one starts without the program.
        trueTime.after(0, () => {
          end('crash')
          trueTime.after(BEGUN_AGAIN_MS, begin)
        })
      },
      onReplaced() {
        const what = 'the watchdog replaced a session that worked'
        complaints.push({ rule: 'no false alarm', at: trueTime.now(), what })
      },
      onEvents: notebook.events,
      onJournalTrouble(what) {
        if (story.diskFills && OF_A_FULL_DISK.test(what)) return
        complaints.push({ rule: 'journal well', at: trueTime.now(), what })
      },
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
      tally.timersLeft += computer.waiting()
    }
    notebook.step({ kind: 'ended', how })
    computer.kill()
    if (how === 'crash') file.saveAsLeft()
    desk.journal.close()
  }

  function wake(slept: Run, announced: boolean): void {
    if (current !== slept) return
    slept.computer.thaw()
    if (announced) {
      slept.wire.forget()
      slept.desk.companion.wake()
    }
    notebook.step({ kind: 'woke', announced })
  }

  return {
    begin,
    end,
    sleep(announced) {
      const run = current
      if (run === null) return () => undefined
      if (announced) {
        run.wire.forget()
        run.desk.companion.sleep()
      }
      run.computer.freeze()
      notebook.step({ kind: 'slept', announced })
      return () => wake(run, announced)
    },
    clockSet() {
      if (current !== null) notebook.step({ kind: 'clock-set' })
    },
    mute(muted) {
      const { calls = [] } = current?.desk.companion.state().watch ?? {}
      const call = calls.find(({ connected }) => connected)
      if (call === undefined || current === null) return
      notebook.wish(call.key, muted)
      current.desk.companion.recordings.mute(call.key, muted)
    },
    ask: (id, number) => void current?.desk.dialling.ask(id, { kind: 'text', text: number }),
    confirm: (id) => current?.desk.dialling.confirm(id),
    setStatus(status, clicks) {
      if (current === null) return
      for (let click = 0; click < clicks; click += 1) {
        notebook.status('clicked', STATUS_NUMBERS[status])
        current.desk.companion.status.set(status)
      }
    },
    fillDisk: () => file.fill(),
    write(text) {
      if (current === null) return
      const { companion, journal } = current.desk
      const live = companion.state().watch.calls.at(-1)?.key
      const key = live ?? journal.history({ filter: 'all', limit: 1 }).calls[0]?.key
      if (key !== undefined && journal.setNote(key, text)) notebook.note(key, text)
    },
    forget() {
      const [call] = current?.desk.journal.history({ filter: 'all', limit: 1 }).calls ?? []
      if (call === undefined || call.endedAt === null || call.phone.kind === 'withheld') return
      const { journal } = current!.desk
      if (journal.forgetCaller(call.phone) !== null) notebook.forgot(call.phone.received)
    },
    dismiss(undone) {
      const journal = current?.desk.journal
      const [call] = journal?.missedCalls() ?? []
      if (call === undefined || journal?.dismissMissed(call.key) !== true) return
      if (undone) journal.restoreMissed(call.key)
      notebook.dismissed(call.key, !undone)
    },
    stored() {
      if (current === null) throw new Error('the program does not run')
      return readJournal(current.desk.journal)
    },
    tidy() {
      over = true
      file.remove()
    },
    tally,
  }
}

/** A file, which outlives the program. */
function createLogStore(): CallLogStore {
  let stored: string | null = null
  return { read: () => stored, write: (text) => void (stored = text) }
}
