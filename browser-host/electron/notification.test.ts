import { beforeEach, describe, expect, it } from 'vitest'
import { createDesktop, type Desktop, type PageLink } from '../desktop/desktop.ts'
import { SYSTEMS } from '../played-system.ts'
import { createNotification } from './notification.ts'

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
  const pass = async (ms: number) => {
    now += ms
    for (const timer of timers.filter(({ at }) => at <= now)) {
      timers = timers.filter((other) => other !== timer)
      timer.run()
    }
    await new Promise(setImmediate)
  }
  const show = (timeoutType: 'default' | 'never') => {
    const Notification = createNotification({ desktop, after, system: SYSTEMS.linux })
    const notification = new Notification({ id: 'a', title: 'T', timeoutType })
    notification.on('show', () => said.push('show'))
    notification.on('close', (event: { reason: string }) => said.push(event.reason))
    notification.show()
    return notification
  }
  const openPage = (): PageLink => desktop.open({ tell: () => undefined })

  beforeEach(() => {
    now = 0
    timers = []
    said = []
    desktop = createDesktop('Ringside')
  })

  it.runIf(process.platform === 'linux')(
    'shows its body as a Linux desktop does, which reads it as markup',
    () => {
      const Notification = createNotification({ desktop, after, system: SYSTEMS.linux })
      new Notification({ id: 'b', body: 'R&amp;D &lt;north&gt; <b>!</b>' }).show()
      expect(desktop.toasts.get('b')?.body).toBe('R&D <north> !')
    },
  )

  it('is shown at once, and waits, when no page is open', async () => {
    show('default')
    await pass(0)
    expect(said).toEqual(['show'])
    await pass(60_000)
    expect([...desktop.toasts.keys()]).toEqual(['a'])
  })

  it('leaves 10 s after a page has drawn it', async () => {
    const page = openPage()
    show('default')
    await pass(500)
    expect(said).toEqual([])
    page.hear({ type: 'toast', id: 'a', did: 'shown' })
    await pass(9_999)
    expect(said).toEqual(['show'])
    await pass(1)
    expect(said).toEqual(['show', 'timedOut'])
    expect(desktop.toasts.size).toBe(0)
  })

  it('stays when it is to stay, until it is taken back', async () => {
    const page = openPage()
    const notification = show('never')
    page.hear({ type: 'toast', id: 'a', did: 'shown' })
    await pass(3_600_000)
    expect(desktop.toasts.size).toBe(1)
    notification.close()
    await pass(0)
    expect(said).toEqual(['show', 'applicationHidden'])
  })

  it('does not wait for ever for a page that draws nothing', async () => {
    openPage()
    show('never')
    await pass(1_000)
    expect(said).toEqual(['show'])
  })
})
