import type { CallCentre } from '../../tests/e2e/call-centre.ts'

const PACE_MS = 250 // about four things a second on one extension: busier than any agent
const MOST_CALLS = 4

/** Calls that come, are answered, held, muted and hung up without end. Returns its own end. */
export function keepBusy(centre: CallCentre, random: () => number): () => void {
  const live: string[] = []
  let busy = true

  async function act(): Promise<void> {
    const some = live[Math.floor(random() * live.length)]
    if (some === undefined || (live.length < MOST_CALLS && random() < 0.35)) {
      live.push(await centre.call({ phone: `05${Math.floor(10_000_000 + random() * 89_999_999)}` }))
      return
    }
    const [what] = (['answer', 'hold', 'resume', 'mute', 'unmute', 'hangup'] as const).toSorted(
      () => random() - 0.5,
    )
    if (what === undefined) return
    if (what === 'hangup') live.splice(live.indexOf(some), 1)
    await centre.act(what, some)
  }

  async function goOn(): Promise<void> {
    while (busy) {
      // What can't be done to a call in its state is refused; that is no harm.
      await act().catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, PACE_MS))
    }
    await centre.quiet()
  }

  void goOn()
  return () => {
    busy = false
  }
}
