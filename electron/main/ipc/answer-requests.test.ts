import type { IpcMain } from 'electron/main'
import { describe, expect, it } from 'vitest'
import { REQUEST_CHANNELS } from '../../../core/ipc/channels.ts'
import { answerRequests } from './answer-requests.ts'
import type { Handlers } from './requests.ts'

type Listener = (event: unknown, ...args: unknown[]) => unknown

function setUp() {
  const listeners = new Map<string, Listener>()
  const asked: unknown[] = []
  const logged: string[] = []
  const handlers = new Proxy(
    {},
    {
      get:
        (_, channel) =>
        (...args: unknown[]) => {
          asked.push([channel, ...args])
          return 'answer'
        },
    },
  ) as Handlers
  answerRequests({
    ipcMain: {
      handle: (channel: string, listener: Listener) => void listeners.set(channel, listener),
    } as unknown as IpcMain,
    handlers,
    owns: ({ contents, url }) => contents === 1 && url === 'ringside://app/index.html',
    log: { info: () => {}, warn: (line) => logged.push(line) },
  })
  const from = (url: string | null, id = 1) => ({
    sender: { id },
    senderFrame: url === null ? null : { url, parent: null },
  })
  const ask = (channel: string, ...args: unknown[]) =>
    listeners.get(channel)!(from('ringside://app/index.html'), ...args)
  return { listeners, asked, logged, ask, from }
}

describe('answerRequests', () => {
  it('handles every request of the contract, and nothing else', () => {
    expect([...setUp().listeners.keys()]).toEqual(REQUEST_CHANNELS)
  })

  it('passes valid arguments on and returns the response', () => {
    const { ask, asked } = setUp()
    expect(ask('call:copy', 'S/1', 'number')).toBe('answer')
    expect(asked).toEqual([['call:copy', 'S/1', 'number']])
  })

  it('responds to invalid values itself', () => {
    const { ask, asked } = setUp()
    expect(ask('settings:change', { theme: 'pink' })).toEqual({
      kind: 'not-saved',
      why: 'invalid',
      key: 'theme',
    })
    expect(asked).toEqual([])
  })

  it('refuses malformed input without repeating it', () => {
    const { ask, asked, logged } = setUp()
    expect(() => ask('account:save', 's3cret-code')).toThrow('not its arguments')
    expect(asked).toEqual([])
    expect(logged.join()).not.toContain('s3cret-code')
  })

  it('responds only to the window', () => {
    const { listeners, asked, from } = setUp()
    const read = listeners.get('state:read')!
    for (const url of ['https://evil.example/', null])
      expect(() => read(from(url))).toThrow('not from the window')
    expect(() => read(from('ringside://app/index.html', 2))).toThrow('not from the window')
    expect(asked).toEqual([])
  })

  it('ignores a frame within the window, even with the window’s address', () => {
    const { listeners, asked, from } = setUp()
    const { sender, senderFrame } = from('ringside://app/index.html')
    const inner = { url: 'ringside://app/index.html', parent: senderFrame }
    expect(() => listeners.get('state:read')!({ sender, senderFrame: inner })).toThrow('not from the window')
    expect(asked).toEqual([])
  })
})
