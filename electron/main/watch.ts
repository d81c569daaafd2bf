import { isDeepStrictEqual } from 'node:util'
import type { AgentState } from '../../core/domain.ts'
import type { Session, SessionChange } from '../../core/session/session.ts'
import type { Account } from './account.ts'

/** The one session there is at a time. */
export interface Watch {
  /** Watches this account from now on; null for none. True when that is another one than before. */
  follow(account: Account | null): boolean
  state(): AgentState
  pollNow(): Promise<void>
  sleep(): void
  wake(): void
  end(): void
}

export interface WatchParts {
  readonly open: (account: Account) => Session
  readonly onChange: (change: SessionChange) => void
}

const NO_ACCOUNT: AgentState = {
  agent: null,
  calls: [],
  connection: { kind: 'paused', why: 'no-account' },
  lastGoodAt: null,
  clock: null,
}

export function createWatch({ open, onChange }: WatchParts): Watch {
  let followed: Account | null = null
  let session: Session | null = null

  function end(): void {
    session?.stop()
    session = null
  }

  return {
    follow(account) {
      if (isDeepStrictEqual(account, followed)) return false
      end()
      followed = account
      if (account === null) return true
      session = open(account)
      session.subscribe(onChange)
      session.start()
      return true
    },
    state: () => session?.state() ?? NO_ACCOUNT,
    pollNow: () => session?.pollNow() ?? Promise.resolve(),
    sleep: () => session?.sleep(),
    wake: () => session?.wake(),
    end,
  }
}
