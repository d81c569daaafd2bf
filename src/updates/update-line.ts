import { leftToRight, timeOfDay } from '../../core/words/formats.ts'
import type { UpdateState } from '../../core/updates/update-state.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** The state of the program's update, in sentences. */
export function updateLine(state: UpdateState, { updates, locale }: Words): string {
  switch (state.kind) {
    case 'off':
      return updates.off[state.why]
    case 'current':
      return state.checkedAt === null
        ? updates.notAsked
        : updates.current(leftToRight(timeOfDay(state.checkedAt, locale)))
    case 'downloading':
      return updates.downloading(leftToRight(state.version))
    case 'ready':
      return `${updates.ready(leftToRight(state.version))} ${state.asked ? updates.asked : updates.waits[state.wait]}`
    case 'installing':
      return updates.installing(leftToRight(state.version))
    case 'failed':
      return `${updates.failed[state.why]} ${updates.whole}`
  }
}
