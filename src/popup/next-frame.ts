import type { Clock } from '../../core/clock.ts'

const NO_FRAMES_MS = 100 // a page with frames has one every 17 ms

/** Settles when the page has drawn its current content; soon, if it isn't drawn at all. */
export function nextFrame(clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const stop = clock.after(NO_FRAMES_MS, resolve)
    // Callbacks run before a frame: by the second one the first is drawn.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        stop()
        resolve()
      }),
    )
  })
}
