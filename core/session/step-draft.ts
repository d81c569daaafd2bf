import type { AgentState } from '../domain.ts'
import { looksSame } from './reduce.ts'
import type { SessionMemory } from './session-memory.ts'
import type { SurroundingsChange, PollTimes, SessionChange } from './session-types.ts'

/** A step in progress. `published` is the state that subscribers know; `memory.state` may differ until it is published. */
export interface StepDraft extends Omit<StepChange, 'surroundings'> {
  readonly memory: SessionMemory
  readonly published: AgentState
}

/** What one step changed, for the code that runs the session. */
export interface StepChange {
  /**
   * For subscribers, in this order. Two if the person moved: how it ended at the old extension, and the state at the
   * new one.
   */
  readonly changes: readonly SessionChange[]
  /** Null where nothing visible changed in queues, team or the followed person. */
  readonly surroundings: SurroundingsChange | null
  /** The accepted response; null for any other step. */
  readonly answered: PollTimes | null
  /** What is known about the watched extension is up to date, whatever the request was about. */
  readonly knowsExtension: boolean
  /** The input's `run` was applied. */
  readonly usedRun: boolean
  readonly log: readonly string[]
}

export const begun = (memory: SessionMemory): StepDraft => ({
  memory,
  published: memory.state,
  changes: [],
  answered: null,
  knowsExtension: false,
  usedRun: false,
  log: [],
})

export const remembered = (draft: StepDraft, news: Partial<SessionMemory>): StepDraft => ({
  ...draft,
  memory: { ...draft.memory, ...news },
})

/** The state becomes `next`; subscribers are notified of a visible change. */
export function published(
  draft: StepDraft,
  next: AgentState,
  rest: Partial<Omit<SessionChange, 'state'>> = {},
): StepDraft {
  const change = { state: next, events: [], poll: null, ...rest }
  const same = change.events.length === 0 && looksSame(draft.published, next)
  const changes = same ? draft.changes : [...draft.changes, change]
  return { ...remembered(draft, { state: next }), published: next, changes }
}
