import type { About, Step } from './step.ts'
import type { TakenStep } from './taken-step.ts'
import type { View } from './view.ts'

/** What the program was set to watch. */
export interface Watched {
  /** The extension, or that of the person at the start. */
  readonly extension: string
  /** The id of the person who is followed; null if the extension is watched. */
  readonly person: number | null
  /** All extensions may be requested. */
  readonly wide: boolean
}

/** A response that is held back, its step, and what failed since. */
interface Held {
  readonly view: View
  readonly step: Step
  readonly failure: Failed | null
}
type Failed = Extract<TakenStep['what'], { readonly kind: 'failed' }>

const nothingKnown = (): [boolean, About | null] => [false, null]
const nothingHeld = (): Held | null => null

const FRESH_MS = 15_000 // the person who answered a ring is still seen with it

/**
 * The steps by what they say about the watched extension. A response about everyone also says something about it; a
 * response may be held back until one about everyone arrives; failures of other requests don't concern it; and a move
 * to another extension ends one stay and starts the next.
 */
export function takenSteps(
  steps: readonly Step[],
  { extension, person, wide }: Watched,
): readonly TakenStep[] {
  const taken: TakenStep[] = []
  const start = person === null ? extension : null
  const desks = new Map<string, string>()
  let [run, stay] = [0, 0]
  let target = start
  /** Where the person logged out, as long as that is shown: they may log in there again. */
  let loggedOutAt: string | null = null
  let held = nothingHeld()
  let rung = new Map<string, boolean>()
  /**
   * `known`: a good response has shown the extension. `doubted`: since then, a response to this request has contradicted
   * what is known. One about everyone may concern another extension of the person: only the next of its kind decides.
   */
  let [known, doubted] = nothingKnown()
  let everyone: { readonly views: readonly View[]; readonly at: number } | null = null

  const push = (step: Step, what: TakenStep['what'], change: Partial<TakenStep> = {}): void =>
    void taken.push({ ...step, stay, ...change, what })

  function leave(next: string | null): void {
    target = next
    loggedOutAt = null
    stay += 1
    rung = new Map()
    known = false
  }

  function good(step: Step, view: View, change: Partial<TakenStep> = {}, passing = false): void {
    const at = change.at ?? step.at
    const fresh = everyone !== null && at - everyone.at <= FRESH_MS ? everyone.views : []
    known = true
    push(step, { kind: 'good', view, colleagues: colleaguesIn(fresh, view.extension), passing }, change)
    rung = new Map(
      view.calls.map(({ key, word }) => [key, (rung.get(key) ?? true) && word === 'Ringing'] as const),
    )
  }

  /** True if a ring is gone that nobody was seen to answer here. */
  const ringIsGone = (view: View): boolean =>
    [...rung].some(([key, unanswered]) => unanswered && view.calls.every((call) => call.key !== key))

  /** True for a response that omits calls, if it omits a known one or is the first response. */
  const isDoubtful = ({ whole, calls }: View): boolean =>
    !whole && (!known || [...rung.keys()].some((key) => calls.every((call) => call.key !== key)))

  /** A first doubtful response counts as a failure, and a response that was held back for it waits for the next one. */
  function doubt(step: Step, about: About): void {
    doubted = about
    notTaken(step, about)
  }

  const wasDoubted = (about: About): boolean =>
    doubted === 'extension' || (doubted !== null && doubted === about)

  const isOfDesk = (about: About): boolean =>
    about === 'extension' || (about === 'everyone' && target === null)

  const notTaken = (step: Step, about: About): void => failed(step, { kind: 'failed', why: 'other', about })

  function failed(step: Step, failure: Failed): void {
    if (!isOfDesk(failure.about)) return push(step, { kind: 'aside' })
    if (held !== null) held = { ...held, failure }
    push(step, failure)
  }

  /** What was held back counts now, and the connection is the outcome of the requests since. */
  function tellHeld(step: Step, { view, step: then, failure }: Held): void {
    held = null
    const { at, computerAt } = then
    if (failure === null) return good(step, view, { at, computerAt })
    good(step, view, { at, computerAt, state: { ...step.state, connection: { kind: 'live' } } })
    push(step, failure, { events: [], alerts: [], withdrawn: [] })
  }

  function tellDesk(step: Step, view: View): void {
    if (!wasDoubted('extension') && isDoubtful(view)) return doubt(step, 'extension')
    if (doubted !== 'everyone') doubted = null
    const another = person !== null && view.onlineUserId !== person
    if (another && view.onlineUserId !== 0) {
      push(step, { kind: 'left' })
      return leave(null)
    }
    const notTaken = step.state.lastGoodAt !== step.computerAt
    if (wide && notTaken && ringIsGone(view)) {
      held = { view, step, ...held, failure: null }
      push(step, { kind: 'held' })
    } else {
      held = null
      good(step, view)
    }
    if (!another) return
    loggedOutAt = target
    target = null
  }

  function tellEveryone(step: Step, views: readonly View[]): void {
    const is = person === null ? extension : deskOf(step)
    const was = target ?? (loggedOutAt === is ? is : null)
    const left = views.find((view) => view.extension === was)
    const seats = views.filter(({ onlineUserId }) => onlineUserId === person)
    const isLost = was !== null && left === undefined && (person === null || seats.length === 0)
    const isNew = person !== null && seats.every((view) => view.extension !== was)
    const inDoubt =
      (isLost && known) ||
      (left !== undefined && isDoubtful(left)) ||
      (isNew && seatOf(step, seats)?.whole === false) ||
      isMoveInDoubt(seats, was)
    if (inDoubt && !wasDoubted('everyone')) return doubt(step, 'everyone')
    doubted = isLost ? 'extension' : null
    everyone = { views, at: step.at }
    held = null
    const found = views.find((view) => view.extension === is)
    if (was === is) {
      if (is === null) loggedOutAt = null
      target = is
      if (found !== undefined) return good(step, found)
      if (is !== null) return push(step, { kind: 'unknown-extension' })
      known = true
      return push(step, { kind: 'nowhere' })
    }
    const old = was === null ? null : partOf(step, (name) => name === was)
    const stillCounts = left !== undefined && (left.onlineUserId === 0 || left.onlineUserId === person)
    if (old !== null && stillCounts) good(step, left, old, true)
    else if (old !== null) push(step, { kind: 'left' }, old)
    leave(is)
    const rest = partOf(step, (name) => name !== was)
    if (found === undefined) {
      known = true
      push(step, { kind: 'nowhere' }, rest)
    } else good(step, found, rest)
  }

  /** Whether the person's idle extension is left for another one that rings and isn't shown completely. */
  function isMoveInDoubt(seats: readonly View[], was: string | null): boolean {
    const stays = seats.find((view) => view.extension === was)
    const rings = seats.find(({ calls }) => calls.some(({ word }) => word === 'Ringing'))
    return stays?.calls.length === 0 && rings?.whole === false && rings !== stays
  }

  /** Of several extensions where the person is logged in, the one that is watched. */
  const seatOf = (step: Step, seats: readonly View[]): View | undefined =>
    seats.find(({ extension }) => extension === deskOf(step)) ?? seats[0]

  /** The part of a step that is about one extension. */
  function partOf(step: Step, isMine: (extension: string) => boolean): Partial<TakenStep> {
    return {
      events: step.events.filter(({ call }) => isMine(call.extension)),
      alerts: step.alerts.filter(({ call }) => isMine(extensionOf(call))),
      withdrawn: step.withdrawn.filter((id) => isMine(desks.get(id) ?? '')),
    }
  }

  for (const step of steps) {
    if (step.run !== run) {
      leave(start)
      held = null
      everyone = null
      doubted = null
    }
    run = step.run
    for (const { id, call } of step.alerts) desks.set(id, extensionOf(call))
    const { what } = step
    switch (what.kind) {
      case 'good':
        if (what.view.extension === target) tellDesk(step, what.view)
        else push(step, { kind: 'aside' })
        break
      case 'everyone':
        tellEveryone(step, what.views)
        break
      case 'queues':
        push(step, { kind: 'aside' })
        break
      case 'older':
        notTaken(step, what.about)
        break
      case 'failed':
        if (what.why === 'refused-err' && known && !wasDoubted(what.about) && isOfDesk(what.about))
          doubt(step, what.about)
        else if (what.about === 'everyone' && held !== null) tellHeld(step, held)
        else failed(step, what)
        break
      case 'slept':
      case 'woke':
        if (what.announced) held = null
        push(step, what)
        break
      case 'unknown-extension':
        if (known && !wasDoubted('extension')) {
          doubt(step, 'extension')
          break
        }
        held = null
        push(step, what)
        break
      case 'began':
      case 'clock-set':
      case 'ended':
        push(step, what)
    }
  }
  return taken
}

const extensionOf = (key: string | null): string => key?.split('/')[0] ?? ''

/** The extension where the program says the person is logged in. */
const deskOf = ({ location }: Step): string | null => ('extension' in location ? location.extension : null)

function colleaguesIn(views: readonly View[], here: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { extension, representative, calls } of views) {
    if (extension === here) continue
    for (const { ivrid, word, answeredAt } of calls)
      if ((word === 'Talking' || word === 'Hold' || answeredAt !== null) && !found.has(ivrid))
        found.set(ivrid, representative)
  }
  return found
}
