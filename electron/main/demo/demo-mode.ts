import type { DemoStart } from '../../../core/contract.ts'
import type { DemoAccount, DemoCentre } from './demo-centre.ts'

/** Watching the simulated call centre in place of the person's own account. */
export interface DemoMode {
  start(): Promise<DemoStart>
  /** Back to the person's own account. */
  stop(): void
  /** The program ends: the centre with it. */
  end(): void
}

export interface DemoModeParts {
  /** Makes the centre; `onGone` is called when it ends by itself. */
  readonly centre: (onGone: () => void) => DemoCentre
  /** Lays the centre's account over the person's own; null takes it off. */
  readonly lay: (account: DemoAccount | null) => void
  readonly onChanged: () => void
  /** The centre's page, once there is one. */
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
