import { beforeEach, describe, expect, it } from 'vitest'
import { createDesktop, type Desktop, type PageLink } from '../../desktop/desktop.ts'
import { SYSTEMS, type SystemName } from '../../simulated-system.ts'
import { createNotification } from './notification.ts'

// tests/electron-contract tests what Electron does on each system; this tests what the desktop page adds.
describe('a notification', () => {
  let now: number
  let timers: { at: number; run: () => void }[]
  let desktop: Desktop
  let said: string[]
  const after = (ms: number, run: () => void) => {
    const timer = { at: now + ms, run }
    timers.push(timer)
    return () => void (timers = timers.filter((other) => other !== timer))
  }
  const pass = (ms: number): void => {
    now += ms
    for (const timer of timers.filter(({ at }) => at <= now)) {
      timers = timers.filter((other) => other !== timer)
      timer.run()
    }
  }
  const show = (timeoutType: 'default' | 'never', as: SystemName = 'linux') => {
    const standStill = (ms: number): void => void said.push(`stands still ${ms}`)
    const Notification = createNotification({ desktop, after, standStill, system: SYSTEMS[as] })
    const notification = new Notification({ id: 'a', title: 'T', timeoutType })
    notification.on('show', () => said.push('show'))
    notification.on('failed', () => said.push('failed'))
    notification.on('close', ({ reason }: { reason?: string }) => said.push(`close ${reason ?? ''}`.trim()))
    notification.show()
    return notification
  }
  const openPage = (): PageLink => desktop.open({ send: () => undefined })

  beforeEach(() => {
    now = 0
    timers = []
    said = []
    desktop = createDesktop('Ringside')
  })

  it('waits while no page is open', () => {
    show('default')
    expect(said).toEqual(['show'])
    pass(60_000)
    expect([...desktop.toasts.keys()]).toEqual(['a'])
  })

  it.each([
    ['linux', ['show', 'close']],
    ['windows', ['show', 'close timedOut']],
    ['macos', ['show']],
  ] as const)('disappears 10 s after a page has drawn it, as on %s', (as, events) => {
    const page = openPage()
    show('default', as)
    pass(500)
    page.hear({ type: 'toast', id: 'a', did: 'shown' })
    pass(9_999)
    expect(said).toEqual(['show'])
    pass(1)
    expect(said).toEqual(events)
    expect(desktop.toasts.size).toBe(0)
  })

  it('stays if it should, until it is withdrawn', () => {
    const page = openPage()
    const notification = show('never')
    page.hear({ type: 'toast', id: 'a', did: 'shown' })
    pass(3_600_000)
    expect(desktop.toasts.size).toBe(1)
    notification.close()
    expect([desktop.toasts.size, said]).toEqual([0, ['show']])
  })

  it('blocks the program if the daemon doesn’t respond, as on Linux, and nowhere else', () => {
    openPage().hear({ type: 'system', part: 'notificationsAnswer', on: false })
    show('never', 'windows')
    show('never', 'macos')
    pass(10_000)
    expect(said).toEqual([])
    show('never')
    expect(said).toEqual(['stands still 3000', 'failed'])
  })
})
