import { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'

interface Noted {
  readonly tray: string
  readonly alerts: readonly { readonly text: string }[]
  readonly failed: readonly string[]
}

/** The hook, on an object of Electron's shape. */
function hooked() {
  class Notification extends EventEmitter {
    readonly title = 'Ringing'
    readonly body = '050'
    show(): void {}
    close(): void {}
  }
  class Tray {
    setImage(image: string): string {
      return image
    }
  }
  const { noteDesktop } = createRequire(import.meta.url)('./note-desktop.cjs') as {
    noteDesktop: (electron: object) => { noted: () => Noted }
  }
  const { noted } = noteDesktop({ Notification, Tray, shell: {} })
  function ring(): Notification {
    const alert = new Notification()
    alert.show()
    return alert
  }
  return { noted, ring, tray: new Tray() }
}

describe('the hook in Electron’s main process', () => {
  it('records each shown alert until it closes', () => {
    const { noted, ring } = hooked()
    const alert = ring()
    expect(noted().alerts).toEqual([{ text: 'Ringing 050' }])
    alert.emit('close')
    expect(noted().alerts).toEqual([])
  })

  it('records the reason instead if the system didn’t accept an alert', () => {
    const { noted, ring } = hooked()
    ring().emit('failed', {}, 'Notifications are not allowed for this application')
    expect(noted()).toMatchObject({
      alerts: [],
      failed: ['Notifications are not allowed for this application'],
    })
  })

  it('records the tray icon by its name', () => {
    const { noted, tray } = hooked()
    tray.setImage('/resources/tray/ringingTemplate@2x.png')
    expect(noted().tray).toBe('ringing')
  })
})
