import { describe, expect, it } from 'vitest'
import { seenCall, somePhone } from '../testing/seen.ts'
import { openJournal } from './open-journal.ts'
import { inMemory } from './testing/in-memory.ts'
import { createWatcher } from './testing/watcher.ts'

const NOW = new Date(2026, 10, 22, 10, 14).getTime()

function journalWith(...ivrids: readonly string[]) {
  const { journal } = openJournal({ ...inMemory, now: () => NOW, log: (line) => expect.fail(line) })
  const watcher = createWatcher()
  for (const [index, ivrid] of ivrids.entries()) {
    const at = NOW + index * 60_000
    journal.record(watcher.see([seenCall({ ivrid })], at), at)
    journal.record(watcher.see([], at + 5_000), at + 5_000)
  }
  return journal
}

const found = (journal: ReturnType<typeof journalWith>, text: string) =>
  journal.history({ filter: 'all', text, limit: 9 }).calls.map(({ ivrid }) => ivrid)

describe('an outcome label', () => {
  it('is stored with its call, found by search, and can be removed', () => {
    const journal = journalWith('a', 'b')
    expect(journal.setLabel('SIPSIP2/a', 'Order taken')).toBe(true)
    expect(journal.call('SIPSIP2/a')?.label).toBe('Order taken')
    expect(found(journal, 'order')).toEqual(['a'])
    expect(journal.setLabel('SIPSIP2/a', null)).toBe(true)
    expect(journal.call('SIPSIP2/a')?.label).toBe('')
    expect(found(journal, 'order')).toEqual([])
    expect(journal.setLabel('SIPSIP2/none', 'x')).toBe(false)
  })

  it('and the note don’t affect each other; both are still found when the name arrives later', () => {
    const journal = journalWith()
    const watcher = createWatcher()
    journal.record(watcher.see([seenCall({ ivrid: 'a', name: '' })], NOW), NOW)
    journal.setLabel('SIPSIP2/a', 'Callback')
    journal.setNote('SIPSIP2/a', 'on Tuesday')
    journal.record(watcher.see([seenCall({ ivrid: 'a', name: 'Dana' })], NOW + 5_000), NOW + 5_000)
    expect(journal.call('SIPSIP2/a')).toMatchObject({ label: 'Callback', note: 'on Tuesday', name: 'Dana' })
    for (const text of ['callback', 'tuesday', 'dana']) expect(found(journal, text)).toEqual(['a'])
  })

  it('has at most 60 characters, none of them cut in half', () => {
    const journal = journalWith('a')
    journal.setLabel('SIPSIP2/a', ` ${'👍'.repeat(70)}\0`)
    expect(journal.call('SIPSIP2/a')?.label).toBe('👍'.repeat(60))
  })
})

describe('a caller’s story', () => {
  it('has the newest note and the newest label, however many calls followed', () => {
    const journal = journalWith('a', 'b', 'c', 'd')
    journal.setNote('SIPSIP2/a', 'first')
    journal.setNote('SIPSIP2/b', 'wants a quote')
    journal.setLabel('SIPSIP2/a', 'Order taken')
    const story = journal.callerStory(somePhone, NOW + 600_000)
    expect(story?.last).toMatchObject({ note: '', label: '' })
    expect(story?.lastNote).toEqual({ text: 'wants a quote', at: NOW + 60_000 })
    expect(story?.lastLabel).toEqual({ text: 'Order taken', at: NOW })
  })

  it('has none from a live call', () => {
    const journal = journalWith('a')
    journal.record(createWatcher().see([seenCall({ ivrid: 'now' })], NOW + 90_000), NOW + 90_000)
    journal.setNote('SIPSIP2/now', 'typing')
    expect(journal.callerStory(somePhone, NOW + 90_000)).not.toHaveProperty('lastNote')
  })
})
