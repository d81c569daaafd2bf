import type { DemoStart } from '../../../core/contract.ts'
import type { DemoAccount, DemoCentre } from './demo-centre.ts'

/** Watching the simulated call centre instead of the user's own account. */
export interface DemoMode {
  start(): Promise<DemoStart>
  /** Back to the user's own account. */
  stop(): void
  /** The program is ending: stops the call centre too. */
  end(): void
}

export interface DemoModeParts {
  /** Makes the call centre; `onGone` is called when it ends by itself. */
  readonly centre: (onGone: () => void) => DemoCentre
  /** Overrides the user's own account with the call centre's; null restores it. */
  readonly lay: (account: DemoAccount | null) => void
  readonly onChanged: () => void
  /** The call centre's web page, once there is one. */
  readonly onPage: (page: string) => void
}

export function createDemoMode(parts: DemoModeParts): DemoMode {
  const centre = parts.centre(stop)

  function stop(): void {
    centre.stop()
    parts.lay(null)
    parts.onChanged()
  }

  return {
    async start() {
      const account = await centre.start()
      parts.lay(account)
      if (account !== null) parts.onPage(account.page)
      parts.onChanged()
      return { kind: account === null ? 'failed' : 'started' }
    },
    stop,
    end: () => centre.stop(),
  }
}
