import { dequal } from 'dequal'
import type { AgentState } from '../../../core/domain.ts'
import { NO_QUEUES } from '../../../core/queues/reduce-queues.ts'
import { NOTHING_KNOWN } from '../../../core/session/reduce.ts'
import { NO_TEAM } from '../../../core/team/reduce-team.ts'
import type { SurroundingsState } from '../../../core/session/surroundings.ts'
import type { VisibleViews } from '../../../core/contract.ts'
import type { SurroundingsChange, SessionChange, Session } from '../../../core/session/session-types.ts'
import type { Account } from './account.ts'

export interface CurrentSession {
  /** Watches this account from now on; null for none. True if it differs from the one before. */
  follow(account: Account | null): boolean
  /** Watches the same account with a new session: the old one sends no more requests. */
  reopen(): void
  state(): AgentState
  surroundings(): SurroundingsState
  /** See Session; null while there is none. */
  gapSeconds(): number | null
  look(views: VisibleViews): void
  pollNow(): Promise<void>
  sleep(): void
  wake(): void
  end(): void
}

export interface CurrentSessionParts {
  readonly open: (account: Account) => Session
  readonly onChange: (change: SessionChange) => void
  readonly onSurroundings: (change: SurroundingsChange) => void
}

const NO_ACCOUNT: AgentState = { ...NOTHING_KNOWN, connection: { kind: 'paused', why: 'no-account' } }

/** Before an account is watched. */
export const EMPTY_SURROUNDINGS: SurroundingsState = {
  queues: NO_QUEUES,
  team: NO_TEAM.state,
  location: { kind: 'looking' },
  warnings: [],
}

export function createCurrentSession(parts: CurrentSessionParts): CurrentSession {
  let followed: Account | null = null
  let views: VisibleViews = { queues: false, team: false }
  let session: Session | null = null

  function end(): void {
    session?.stop()
    session = null
  }

  function begin(account: Account): void {
    session = parts.open(account)
    session.subscribe(parts.onChange)
    session.subscribeSurroundings(parts.onSurroundings)
    session.look(views)
    session.start()
  }

  return {
    follow(account) {
      if (dequal(account, followed)) return false
      end()
      followed = account
      if (account !== null) begin(account)
      return true
    },
    reopen() {
      end()
      if (followed !== null) begin(followed)
    },
    state: () => session?.state() ?? NO_ACCOUNT,
    gapSeconds: () => session?.gapSeconds() ?? null,
    surroundings: () => session?.surroundings() ?? EMPTY_SURROUNDINGS,
    look(next) {
      views = next
      session?.look(next)
    },
    pollNow: () => session?.pollNow() ?? Promise.resolve(),
    sleep: () => session?.sleep(),
    wake: () => session?.wake(),
    end,
  }
}
