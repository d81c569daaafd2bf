import { describe, expect, it } from 'vitest'
import { openSettingsStore } from './settings-store.ts'

function kept(initial: Record<string, unknown> = {}) {
  const store = { ...initial }
  return { store, set: (values: object) => void Object.assign(store, values) }
}
const neverAside = (): never => {
  throw new Error('should not be put aside')
}

describe('openSettingsStore', () => {
  it('begins with nothing where there is no file', () => {
    const store = openSettingsStore({ open: () => kept(), read: () => null, putAside: neverAside })
    expect([store.values(), store.setAside]).toEqual([{}, null])
  })

  it('gives what is stored, and what is changed', () => {
    const store = openSettingsStore({
      open: () => kept({ extension: 'SIPSIP2' }),
      read: () => '{"extension":"SIPSIP2"}',
      putAside: neverAside,
    })
    expect(store.change({ theme: 'dark' })).toBe(true)
    expect(store.values()).toEqual({ extension: 'SIPSIP2', theme: 'dark' })
  })

  it.each(['{"extension":', '', '[]', 'null', '"x"'])('puts %j aside before it opens anything', (text) => {
    const order: string[] = []
    const store = openSettingsStore({
      open: () => {
        order.push('open')
        return kept()
      },
      read: () => text,
      putAside: () => {
        order.push('aside')
        return 'settings-unreadable-1.json'
      },
    })
    expect(order).toEqual(['aside', 'open'])
    expect(store.setAside).toBe('settings-unreadable-1.json')
  })

  it('says so when the disk refuses', () => {
    const full = {
      store: {},
      set: () => {
        throw new Error('ENOSPC')
      },
    }
    expect(
      openSettingsStore({ open: () => full, read: () => null, putAside: neverAside }).change({
        theme: 'dark',
      }),
    ).toBe(false)
  })

  it('begins with nothing where the file can not be opened at all', () => {
    const open = (): never => {
      throw new Error('EACCES')
    }
    const store = openSettingsStore({ open, read: () => '{', putAside: open })
    expect([store.values(), store.setAside, store.change({ theme: 'dark' })]).toEqual([{}, null, false])
  })
})
