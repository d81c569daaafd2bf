import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { watchTrayHost } from './tray-host.ts'

const HOST = ['(true,)\n', '(<true>,)\n'] as const
const WATCHER_ALONE = ['(true,)\n', '(<false>,)\n'] as const
const NOTHING = ['(false,)\n', null] as const

/**
 * What the session bus reports about the watcher, and the watcher about a host, and from which second on; null: there
 * is no bus.
 */
type Answers = readonly (readonly [
  fromSecond: number,
  says: readonly [string | null, string | null] | null,
])[]

async function watched(answers: Answers, { platform = 'linux', seconds = 600, endsAt = Infinity } = {}) {
  const clock = virtualClock()
  const heard: string[] = []
  let asked = 0
  const stop = watchTrayHost({
    platform: platform === 'linux' ? 'linux' : 'win32',
    run(program, args) {
      expect(program).toBe('gdbus')
      asked += 1
      const says = answers.findLast(([from]) => clock.now() >= from * 1000)?.[1] ?? null
      return Promise.resolve(says?.[args.includes('IsStatusNotifierHostRegistered') ? 1 : 0] ?? null)
    },
    clock,
    onHost: (isThere) => heard.push(`${isThere ? 'host' : 'missing'} at ${clock.now() / 1000}`),
  })
  await clock.advance(Math.min(endsAt, seconds) * 1000)
  stop()
  await clock.advance((seconds - Math.min(endsAt, seconds)) * 1000)
  return { heard, asked, waiting: clock.waiting() }
}

describe('what shows tray icons on a Linux desktop', () => {
  it('is there before the icon: there is nothing to do', async () => {
    const { heard, asked, waiting } = await watched([[0, HOST]])
    expect([heard, asked, waiting]).toEqual([[], 2, 0])
  })

  it('starts after the program, at login: the icon must be created for it', async () => {
    expect(
      (
        await watched([
          [0, NOTHING],
          [4, HOST],
        ])
      ).heard,
    ).toEqual(['host at 4'])
  })

  // KDE: the watcher is there long before the panel that shows icons.
  it('isn’t there yet if only its watcher is', async () => {
    expect(
      (
        await watched([
          [0, WATCHER_ALONE],
          [6, HOST],
        ])
      ).heard,
    ).toEqual(['host at 6'])
  })

  it('is reported as missing after a while, and still used when it starts later', async () => {
    const { heard } = await watched([
      [0, NOTHING],
      [60, HOST],
    ])
    expect(heard).toEqual(['missing at 10', 'host at 60'])
  })

  it('is looked for rarely, and not after some minutes', async () => {
    const { heard, asked, waiting } = await watched([[0, NOTHING]])
    expect([heard, waiting]).toEqual([['missing at 10'], 0])
    expect(asked).toBeLessThan(50)
  })

  it.each([null, ['', null], ['Error', null]] as const)('is not guessed from %j', async (says) => {
    const { heard, asked, waiting } = await watched([[0, says]])
    expect([heard, waiting]).toEqual([[], 0])
    expect(asked).toBeLessThan(15)
  })

  it('is found even if the first responses took too long', async () => {
    expect(
      (
        await watched([
          [0, null],
          [3, HOST],
        ])
      ).heard,
    ).toEqual(['host at 3'])
  })

  it('is not looked for on other systems, nor after the end', async () => {
    expect(await watched([[0, NOTHING]], { platform: 'win32' })).toMatchObject({ heard: [], asked: 0 })
    expect(await watched([[0, NOTHING]], { endsAt: 2 })).toMatchObject({ heard: [], waiting: 0 })
  })
})
