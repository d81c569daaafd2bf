import type { SeenExtension } from '../domain.ts'

/** Who answered a call at another extension than `here`, by name; null when nobody is seen to have. */
export function answeredBy(answer: readonly SeenExtension[], ivrid: string, here: string): string | null {
  const found = answer.find(
    ({ extension, calls }) =>
      extension !== here &&
      calls.some(
        (call) =>
          call.ivrid === ivrid &&
          call.direction !== 'spy' &&
          (call.phase === 'talking' || call.phase === 'held' || call.answered),
      ),
  )
  return found === undefined ? null : found.representative || found.owner || found.extension
}
