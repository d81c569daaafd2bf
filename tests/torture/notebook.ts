import type { AlertCommand } from '../../core/alerts/notification.ts'
import type { WindowState } from '../../core/contract.ts'
import type { CallEvent, CallKey } from '../../core/domain.ts'
import type { Dismissal, Forgetting } from './call-log/evening.ts'
import type { LogAnswer } from './call-log/log-answer.ts'
import type { Left } from './outside.ts'
import type {
  About,
  Dials,
  SentRequest,
  ShownAlert,
  StatusAct,
  Step,
  What,
  Wish,
  WrittenNote,
} from './step.ts'

/** Records what the program does, step by step. */
export interface Notebook {
  newRun(): void
  follow(state: () => WindowState): void
  command(command: AlertCommand): void
  events(events: readonly CallEvent[]): void
  asked(about: About): void
  left(left: Omit<Left, 'at' | 'run'>): void
  wish(call: CallKey, muted: boolean): void
  /** The run dies at this moment. */
  died(): void
  /** Ends a step: all that was done since the last one belongs to it. */
  step(what: What): void
  steps(): readonly Step[]
  requests(): readonly SentRequest[]
  allLeft(): readonly Left[]
  wishes(): readonly Wish[]
  status(what: StatusAct['what'], status: number): void
  statuses(): readonly StatusAct[]
  note(call: CallKey, text: string): void
  notes(): readonly WrittenNote[]
  /** A request to call this number arrived at the account. */
  dialled(target: string): void
  /** The agent confirmed a call to it. */
  confirmed(target: string): void
  dials(): Dials
  /** The call log was requested, and this is what came of it. */
  logAnswer(answer: Omit<LogAnswer, 'run'>): void
  logAnswers(): readonly LogAnswer[]
  forgot(phone: string): void
  forgotten(): readonly Forgetting[]
  dismissed(call: CallKey, isDismissed: boolean): void
  dismissals(): readonly Dismissal[]
}

/** Both clocks give epoch ms: the true time, and what this computer shows. */
export function createNotebook(trueNow: () => number, computerNow: () => number): Notebook {
  const steps: Step[] = []
  const requests: SentRequest[] = []
  const left: Left[] = []
  const wishes: Wish[] = []
  const notes: WrittenNote[] = []
  const confirmed: Dials['confirmed'][number][] = []
  const arrived: Dials['arrived'][number][] = []
  const statuses: StatusAct[] = []
  const logAnswers: LogAnswer[] = []
  const forgotten: Forgetting[] = []
  const dismissals: Dismissal[] = []
  let died = false
  let run = 0
  let state: (() => WindowState) | null = null
  let alerts: ShownAlert[] = []
  let withdrawn: string[] = []
  let events: CallEvent[] = []
  return {
    newRun() {
      run += 1
    },
    follow(following) {
      state = following
    },
    command(command) {
      if (command.do === 'withdraw') withdrawn.push(command.id)
      else {
        const { id, kind, call } = command.notification
        alerts.push({ id, kind, call, ...(id.startsWith('missed-log-') ? { isLogged: true } : {}) })
      }
    },
    events: (reported) => void events.push(...reported),
    left: (what) => void left.push({ at: trueNow(), run, ...what }),
    wish: (call, muted) => void wishes.push({ at: trueNow(), call, muted }),
    died() {
      died = true
    },
    asked: (about) => void requests.push({ at: trueNow(), run, about }),
    step(what) {
      if (state === null) return
      const { watch, missed, location, recordings, status } = state()
      const [at, computerAt] = [trueNow(), computerNow()]
      steps.push({
        at,
        computerAt,
        run,
        what,
        alerts,
        withdrawn,
        events,
        state: watch,
        missed,
        location,
        recordings,
        status,
        died,
      })
      died = false
      alerts = []
      withdrawn = []
      events = []
    },
    steps: () => steps,
    requests: () => requests,
    allLeft: () => left,
    wishes: () => wishes,
    status: (what, status) => void statuses.push({ at: trueNow(), run, what, status }),
    statuses: () => statuses,
    note: (call, text) => void notes.push({ at: trueNow(), run, call, text }),
    notes: () => notes,
    dialled: (target) => void arrived.push({ at: trueNow(), target }),
    confirmed: (target) => void confirmed.push({ at: trueNow(), target }),
    dials: () => ({ confirmed, arrived }),
    logAnswer: (answer) => void logAnswers.push({ ...answer, run }),
    logAnswers: () => logAnswers,
    forgot: (phone) => void forgotten.push({ at: trueNow(), clockAt: computerNow(), phone }),
    forgotten: () => forgotten,
    dismissed: (call, isDismissed) => void dismissals.push({ at: trueNow(), call, isDismissed }),
    dismissals: () => dismissals,
  }
}
