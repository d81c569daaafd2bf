// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { createTicker } from './ticker.ts'

function turn(visibility: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility)
  document.dispatchEvent(new Event('visibilitychange'))
}

afterEach(() => vi.restoreAllMocks())

describe('createTicker', () => {
  it('ticks at each full second, with one timer for all', async () => {
    const clock = virtualClock(10_300)
    const ticker = createTicker(clock, document)
    const stops = [ticker.use(), ticker.use()]
    expect(clock.waiting()).toBe(1)
    await clock.advance(699)
    expect(ticker.now.value).toBe(10_300)
    await clock.advance(1)
    expect(ticker.now.value).toBe(11_000)
    await clock.advance(2500)
    expect(ticker.now.value).toBe(13_000)
    for (const stop of stops) stop()
  })

  it('stops while the page is hidden, and is right at once when it is shown again', async () => {
    const clock = virtualClock(0)
    const ticker = createTicker(clock, document)
    const stop = ticker.use()
    turn('hidden')
    expect(clock.waiting()).toBe(0)
    await clock.advance(60_000)
    expect(ticker.now.value).toBe(0)
    turn('visible')
    expect(ticker.now.value).toBe(60_000)
    stop()
  })

  it('leaves no timer when the last user is gone, even if the page is shown again', () => {
    const clock = virtualClock(0)
    const ticker = createTicker(clock, document)
    ticker.use()()
    turn('visible')
    expect(clock.waiting()).toBe(0)
  })
})
