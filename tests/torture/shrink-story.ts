import type { Story } from './story.ts'

const MINUTE_MS = 60_000
const MAX_TRIES = 400 // a shift takes a fifth of a second, so this is about a minute

/**
 * The shortest story found that still fails: fewer incidents, a shorter shift, fewer agents. `failsAt` runs a story
 * and returns when it first fails, in ms from its start, or null.
 */
export async function shrinkStory(
  story: Story,
  failsAt: (story: Story) => Promise<number | null>,
): Promise<Story> {
  let best = story
  let tries = 0

  async function take(candidate: Story): Promise<boolean> {
    if (tries >= MAX_TRIES) return false
    tries += 1
    const at = await failsAt(candidate)
    if (at === null) return false
    best = candidate
    // Some rules are broken earlier than they are detected, such as those checked at the end.
    const short = shortened(candidate, at)
    if ((await failsAt(short)) !== null) best = short
    return true
  }

  await take(story)
  for (
    let size = Math.ceil(best.incidents.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = best.incidents.length - 1; from >= 0; from -= size) {
      const incidents = best.incidents.toSpliced(Math.max(0, from - size + 1), size)
      await take({ ...best, incidents })
    }
  }
  for (const callsPerHour of [0, 10, 40])
    if (callsPerHour < best.callsPerHour && (await take({ ...best, callsPerHour }))) break
  if (await take({ ...best, outgoingPerHour: 0 })) best = { ...best, outgoingPerHour: 0 }
  for (const agents of [2, 4]) if (agents < best.agents && (await take({ ...best, agents }))) break
  await take({ ...best, clockErrorMs: 0 })
  await take(begunLater(best))
  return best
}

/** What follows the failure isn't part of it. */
function shortened(story: Story, failedAtMs: number): Story {
  const lastsMs = Math.min(story.lastsMs, failedAtMs + 1)
  return { ...story, lastsMs, incidents: story.incidents.filter(({ atMs }) => atMs <= lastsMs) }
}

/** The story without the quiet time before its first incident; the world's own calls move with the start. */
function begunLater(story: Story): Story {
  const skippedMs = Math.max(0, (story.incidents[0]?.atMs ?? 0) - MINUTE_MS)
  return {
    ...story,
    startAt: story.startAt + skippedMs,
    lastsMs: story.lastsMs - skippedMs,
    incidents: story.incidents.map((incident) => ({ ...incident, atMs: incident.atMs - skippedMs })),
  }
}
