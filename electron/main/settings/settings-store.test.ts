import { describe, expect, it } from 'vitest'
import { isRecord } from '../../../core/telephony/records.ts'
import { openSettingsStore } from './settings-store.ts'

function storedSettings(initial: Record<string, unknown> = {}) {
  const store = { ...initial }
  return { store, set: (values: object) => void Object.assign(store, values) }
}
/** What electron-store reads from a file: it strips a byte order mark, and reads invalid JSON as nothing. */
function stored(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text.replace('\uFEFF', ''))
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}
const neverQuarantine = (): never => {
  throw new Error('should not be quarantined')
}

describe('openSettingsStore', () => {
  it('starts empty when there is no file', () => {
    const store = openSettingsStore({
      open: () => storedSettings(),
      read: () => null,
      quarantine: neverQuarantine,
    })
    expect([store.values(), store.quarantineFile]).toEqual([{}, null])
  })

  it('returns what is stored, and what is changed', () => {
    const store = openSettingsStore({
      open: () => storedSettings({ extension: 'SIPSIP2' }),
      read: () => '{"extension":"SIPSIP2"}',
      quarantine: neverQuarantine,
    })
    expect(store.change({ theme: 'dark' })).toBe(true)
    expect(store.values()).toEqual({ extension: 'SIPSIP2', theme: 'dark' })
  })

  it.each(['{"extension":', '', '[]', 'null', '"x"'])('quarantines %j before it opens anything', (text) => {
    const order: string[] = []
    const store = openSettingsStore({
      open: () => {
        order.push('open')
        return storedSettings()
      },
      read: () => text,
      quarantine: () => {
        order.push('aside')
        return 'settings-unreadable-1.json'
      },
    })
    expect(order).toEqual(['aside', 'open'])
    expect(store.quarantineFile).toBe('settings-unreadable-1.json')
  })

  const opened = (text: string) => {
    let file: string | null = text
    return openSettingsStore({
      open: () => storedSettings(stored(file ?? '{}')),
      read: () => file,
      quarantine: () => {
        file = null
        return 'settings-unreadable-1.json'
      },
    })
  }

  // From reports of settings that a crash left as zero bytes or truncated, which then hang the program.
  it.each([
    ['zero bytes', '\0'.repeat(412)],
    ['nothing', ''],
    ['half of them', '{"extension":"SIPSIP2","hist'],
    ['a bare word', 'null'],
    ['a list', '[]'],
    ['a line break in a text', '{"a":"b\nc"}'],
  ])('starts with the defaults if the file holds %s, and reports its quarantined name', (_, text) => {
    const store = opened(text)
    expect([store.values(), store.quarantineFile]).toEqual([{}, 'settings-unreadable-1.json'])
  })

  // From reports of settings that are reset because an editor saved them with a byte order mark.
  it('reads a file that starts with a byte order mark', () => {
    const store = opened('\uFEFF{"extension":"SIPSIP2"}')
    expect([store.values(), store.quarantineFile]).toEqual([{ extension: 'SIPSIP2' }, null])
  })

  it('reports when the disk refuses', () => {
    const full = {
      store: {},
      set: () => {
        throw new Error('ENOSPC')
      },
    }
    expect(
      openSettingsStore({ open: () => full, read: () => null, quarantine: neverQuarantine }).change({
        theme: 'dark',
      }),
    ).toBe(false)
  })

  it('starts empty when the file can not be opened at all', () => {
    const open = (): never => {
      throw new Error('EACCES')
    }
    const store = openSettingsStore({ open, read: () => '{', quarantine: open })
    expect([store.values(), store.quarantineFile, store.change({ theme: 'dark' })]).toEqual([{}, null, false])
  })
})
