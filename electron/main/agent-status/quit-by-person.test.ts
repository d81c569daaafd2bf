import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { createQuitByPerson } from './quit-by-person.ts'

const ON_LINUX: { logOutAtQuit?: boolean; platform?: NodeJS.Platform; isInstalling?: boolean } = {}

function setUp({ logOutAtQuit = true, platform = 'linux', isInstalling = false } = ON_LINUX) {
  const clock = virtualClock()
  const did: string[] = []
  const is = { answer: (): void => undefined }
  const quitting = createQuitByPerson({
    settings: () => ({ logOutAtQuit }),
    last: (status) => {
      did.push(status)
      return new Promise((settle) => (is.answer = () => settle(true)))
    },
    clock,
    quit: () => void did.push('quit'),
    platform,
    isInstalling: () => isInstalling,
    log: { info: () => undefined },
  })
  return { quitting, clock, did, answer: () => is.answer() }
}

describe('quitting', () => {
  it('logs out first, and waits for the response', async () => {
    const { quitting, did, answer } = setUp()
    const quit = quitting.quit()
    expect(did).toEqual(['logout'])
    answer()
    await quit
    expect(did).toEqual(['logout', 'quit'])
  })

  it('waits no longer than three seconds', async () => {
    const { quitting, did, clock } = setUp()
    const quit = quitting.quit()
    await clock.advance(3_000)
    await quit
    expect(did).toEqual(['logout', 'quit'])
  })

  it('logs out once if the user quits twice', async () => {
    const { quitting, did, answer } = setUp()
    const both = [quitting.quit(), quitting.quit()]
    answer()
    await Promise.all(both)
    expect(did).toEqual(['logout', 'quit'])
  })

  it('doesn’t log out unless the setting is on', async () => {
    const { quitting, did } = setUp({ logOutAtQuit: false })
    await quitting.quit()
    expect(did).toEqual(['quit'])
  })
})

describe('ending the program', () => {
  it('waits once if the user quits from the macOS menu', async () => {
    const { quitting, did, answer } = setUp({ platform: 'darwin' })
    expect([quitting.holds(), quitting.holds()]).toEqual([true, false])
    answer()
    await Promise.resolve()
    expect(did[0]).toBe('logout')
  })

  it.each([
    ['an update', { platform: 'darwin', isInstalling: true }],
    ['quitting without the setting', { platform: 'darwin', logOutAtQuit: false }],
    ['a system other than macOS ends it', { platform: 'win32' }],
  ] as const)('doesn’t wait or log out: %s', (_how, given) => {
    const { quitting, did } = setUp(given)
    expect([quitting.holds(), did]).toEqual([false, []])
  })

  it('doesn’t wait when the system shuts down', () => {
    const { quitting, did } = setUp({ platform: 'darwin' })
    quitting.shutDown()
    expect([quitting.holds(), did]).toEqual([false, []])
  })
})
