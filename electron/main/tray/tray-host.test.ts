import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { watchTrayHost } from './tray-host.ts'

async function reportsOf(answer: string | null, { platform = 'linux', ends = false } = {}): Promise<number> {
  const clock = virtualClock()
  let count = 0
  const stop = watchTrayHost({
    platform: platform === 'linux' ? 'linux' : 'win32',
    run: () => Promise.resolve(answer),
    clock,
    onMissing: () => (count += 1),
  })
  if (ends) stop()
  await clock.advance(60_000)
  return count
}

describe('a desktop without tray icons', () => {
  it('is reported once', async () => {
    expect(await reportsOf('(false,)\n')).toBe(1)
  })

  it.each(['(true,)\n', null, '', 'Error'])('is not guessed from %j', async (answer) => {
    expect(await reportsOf(answer)).toBe(0)
  })

  it('is not checked on other systems, nor after the end', async () => {
    expect(await reportsOf('(false,)', { platform: 'win32' })).toBe(0)
    expect(await reportsOf('(false,)', { ends: true })).toBe(0)
  })
})
