import type { AgentState } from '../domain.ts'
import { looksSame } from './reduce.ts'
import type { SessionMemory } from './session-memory.ts'
import type { AroundChange, PollTimes, SessionChange } from './session-types.ts'

/** A step under way. `published` is the state that subscribers know; `memory.state` may differ until it is published. */
export interface StepDraft extends Omit<StepChange, 'around'> {
  readonly memory: SessionMemory
  readonly published: AgentState
}

/** What one step changed, for those outside. */
export interface StepChange {
  /** For subscribers, in this order. Two where the person moved: how it ended there, and how it is here. */
  readonly changes: readonly SessionChange[]
  /** Null where nothing around the extension can be seen to differ. */
  readonly around: AroundChange | null
  /** The good response that was taken; null for any other step. */
  readonly answered: PollTimes | null
  /** What is known of the watched extension is as of now, whatever the request was about. */
  readonly knowsExtension: boolean
  /** The input's `run` had its effect. */
  readonly usedRun: boolean
  readonly log: readonly string[]
}

/** A step that has not changed anything yet. */
export const begun = (memory: SessionMemory): StepDraft => ({
  memory,
  published: memory.state,
  changes: [],
  answered: null,
  knowsExtension: false,
  usedRun: false,
  log: [],
})

/** The memory becomes another in some of its parts. */
export const remembered = (draft: StepDraft, news: Partial<SessionMemory>): StepDraft => ({
  ...draft,
  memory: { ...draft.memory, ...news },
})

/** The state becomes `next`; subscribers get to know where that can be seen. */
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
