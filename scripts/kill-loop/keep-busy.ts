import type { CallCentre } from '../../tests/e2e/call-centre.ts'

const PACE_MS = 250 // about four actions per second on one extension, busier than any agent
const MOST_CALLS = 4

/** An endless sequence of calls that are answered, held, muted and hung up. Returns the function that ends it. */
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
      // What isn't possible in a call's state is refused, which does no harm.
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
