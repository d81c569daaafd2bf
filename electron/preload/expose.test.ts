import { EventEmitter } from 'node:events'
import type { IpcRenderer } from 'electron/renderer'
import { describe, expect, it } from 'vitest'
import { createExposed } from './expose.ts'

function setUp() {
  const asked: unknown[][] = []
  const ipc = Object.assign(new EventEmitter(), {
    invoke: (...args: unknown[]) => {
      asked.push(args)
      return Promise.resolve('answer')
    },
  })
  return { exposed: createExposed(ipc as unknown as IpcRenderer), asked, ipc }
}

describe('window.companion', () => {
  it('has request and on, and nothing else', () => {
    expect(Object.keys(setUp().exposed)).toEqual(['request', 'on'])
  })

  it('passes a request with its arguments', async () => {
    const { exposed, asked } = setUp()
    expect(await exposed.request('call:copy', 'S/1', 'number')).toBe('answer')
    expect(asked).toEqual([['call:copy', 'S/1', 'number']])
  })

  it.each(['electron-store-get-data', 'toString', '__proto__', ''])(
    'passes no other channel: %j',
    async (channel) => {
      const { exposed, asked } = setUp()
      await expect(exposed.request(channel)).rejects.toThrow('no such request')
      expect(() => exposed.on(channel, () => {})).toThrow('no such push')
      expect(asked).toEqual([])
    },
  )

  it('delivers a push without the event, until the subscription ends', () => {
    const { exposed, ipc } = setUp()
    const got: unknown[][] = []
    const stop = exposed.on('state', (...args: unknown[]) => got.push(args))
    ipc.emit('state', { sender: ipc }, { revision: 1 })
    stop()
    ipc.emit('state', { sender: ipc }, { revision: 2 })
    expect(got).toEqual([[{ revision: 1 }]])
  })
})
