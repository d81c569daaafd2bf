// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { BookEntry, BookPage, BookRequest } from '../../core/address-book/book-page.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { historyOf } from '../testing/history-of.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aCall, aMissedCall, aSettingsView, aState, aStoredCall } from '../testing/samples.ts'

type Answers = NonNullable<Parameters<typeof fakeCompanion>[0]>

const entry = (id: number, name: string, more: Partial<BookEntry> = {}): BookEntry => ({
  id,
  name,
  company: '',
  note: '',
  numbers: [`05${20_000_000 + id}`],
  shared: [],
  ...more,
})

const pageOf =
  (entries: readonly BookEntry[]) =>
  (request: BookRequest): BookPage => {
    const found = entries.filter(({ name }) => name.toLowerCase().includes(request.text))
    return {
      entries: found.slice(request.from, request.from + request.limit),
      found: found.length,
      total: entries.length,
      trouble: null,
    }
  }

async function opened(entries: readonly BookEntry[], answers: Answers = {}) {
  const companion = fakeCompanion({ 'book:read': pageOf(entries), ...answers })
  const open = await openWindow(companion, undefined, '#view=book&under=history')
  return { companion, open }
}

const text = (): string => document.body.textContent
const asked = (companion: FakeCompanion, channel: string) =>
  companion.asked.filter(([one]) => one === channel).map(([, ...args]) => args)

async function type(selector: string, value: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)
  if (field === null) throw new Error(selector)
  field.value = value
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}

async function search(open: OpenWindow, value: string): Promise<void> {
  await type('input[type=search]', value)
  await open.clock.advance(500)
  await flushPromises()
}

describe('the address book', () => {
  it('opens from the history’s menu, and leads back there', async () => {
    const companion = fakeCompanion({ 'book:read': pageOf([entry(1, 'Dana Levi')]) })
    const open = await openWindow(companion)
    await open.click('History')
    await open.click('More')
    await open.click('Address book')
    expect(document.querySelector('h1')?.textContent).toBe('Address book')
    expect(text()).toContain('Dana Levi')
    await open.click('Back to history')
    expect(document.querySelector('h1')?.textContent).toBe('History')
  })

  it('lists each entry with its company, numbers and note, and says who else has its number', async () => {
    await opened([
      entry(1, 'Dana Levi', { company: 'Acme', note: 'VIP', shared: [{ name: 'Noa', wins: true }] }),
      entry(2, '', { company: 'Brightwater', shared: [{ name: 'Yael', wins: false }] }),
    ])
    const rows = [...document.querySelectorAll('ul.list li')].map((row) => row.textContent)
    expect(rows[0]).toMatch(/Dana Levi.*Acme.*0520000001.*VIP.*Same number as .*Noa.*, whose name is shown/s)
    expect(rows[1]).toMatch(/Brightwater.*0520000002.*Same number as .*Yael.*; this name is shown/s)
    expect(text()).toContain('2 entries')
  })

  it('searches, and says when there is nothing', async () => {
    const { open } = await opened([entry(1, 'Dana'), entry(2, 'Noa')])
    await search(open, 'noa')
    expect([text().includes('Dana'), text().includes('Noa')]).toEqual([false, true])
    await search(open, 'zzz')
    expect(text()).toContain('No matches')
  })

  it('loads the next entries before the end of the list is reached', async () => {
    const many = Array.from({ length: 130 }, (_, at) => entry(at + 1, `N ${at}`))
    const { companion, open } = await opened(many)
    await open.click('Show more')
    expect(asked(companion, 'book:read')).toEqual([
      [{ text: '', from: 0, limit: 100 }],
      [{ text: '', from: 100, limit: 100 }],
    ])
  })

  it('adds an entry, and says what it lacks', async () => {
    const { companion, open } = await opened([], {
      'book:save': ({ name, numbers }) =>
        name === '' ? { kind: 'no-name' } : numbers === '' ? { kind: 'no-number' } : { kind: 'saved', id: 1 },
    })
    expect(text()).toContain('No entries yet')
    await open.click('New…')
    await open.click('Save')
    expect(text()).toContain('Enter a name or a company.')
    await open.fill('Name', 'Dana')
    await open.click('Save')
    expect(text()).toContain('Enter a phone number.')
    await type('dialog textarea', '052-1234567\n100')
    await open.click('Save')
    expect(asked(companion, 'book:save').at(-1)).toEqual([
      { name: 'Dana', company: '', note: '', numbers: '052-1234567\n100' },
      null,
    ])
    expect(document.querySelector('dialog')).toBeNull()
    expect(asked(companion, 'book:read')).toHaveLength(4)
  })

  it('changes an entry, and sends nothing but its texts', async () => {
    const { companion, open } = await opened([
      entry(1, 'Dana', { note: 'VIP', shared: [{ name: 'Noa', wins: true }] }),
    ])
    await open.click('Edit \u2068Dana\u2069')
    await open.fill('Company', 'Acme')
    await open.click('Save')
    expect(asked(companion, 'book:save')).toEqual([
      [{ name: 'Dana', company: 'Acme', note: 'VIP', numbers: '0520000001' }, 1],
    ])
  })

  it('leaves the form open with what was typed when it couldn’t be saved', async () => {
    const { open } = await opened([entry(1, 'Dana')], {
      'book:save': () => ({ kind: 'not-saved', why: 'full' }),
    })
    await open.click('Edit \u2068Dana\u2069')
    await open.fill('Name', 'Dana L.')
    await open.click('Save')
    expect(text()).toContain('Not saved: the disk is full.')
    expect(open.field('Name').value).toBe('Dana L.')
  })

  it('removes an entry, and puts it back', async () => {
    let entries = [entry(1, 'Dana'), entry(2, 'Noa')]
    const { companion, open } = await opened([], {
      'book:read': (request) => pageOf(entries)(request),
      'book:remove': (id) => {
        entries = entries.filter((one) => one.id !== id)
        return { kind: 'removed' }
      },
    })
    await open.click('Remove \u2068Dana\u2069')
    expect(text()).toContain('\u2068Dana\u2069 removed.')
    expect(document.querySelector('ul.list')?.textContent).not.toContain('Dana')
    expect(document.activeElement?.textContent).toBe('Undo')
    await open.click('Undo')
    expect(asked(companion, 'book:restore')).toEqual([[1]])
    expect(text()).not.toContain('removed.')
  })

  it.each([
    [
      { added: 312, updated: 0, known: 4, withoutNumber: 2, withoutName: 0, shortened: 0, shared: 0 },
      'Imported 312, 4 already there, 2 without a number',
    ],
    [
      { added: 0, updated: 3, known: 0, withoutNumber: 0, withoutName: 1, shortened: 1, shared: 2 },
      'Imported 0, 3 completed, 1 without a name, 1 too long and cut off. 2 numbers have several names; the one saved last is shown.',
    ],
  ])('says what an import did: %j', async (counts, said) => {
    const { open } = await opened([], { 'book:import': () => ({ kind: 'imported', counts }) })
    await open.click('Import…')
    expect(document.querySelector('.feedback')?.textContent).toBe(said)
  })

  it('says why a file couldn’t be imported, and nothing when none was chosen', async () => {
    let why: 'workbook' | null = null
    const { open } = await opened([], {
      'book:import': () => (why === null ? { kind: 'cancelled' } : { kind: 'unreadable', why }),
    })
    await open.click('Import…')
    expect(document.querySelector('.feedback')?.textContent).toBe('')
    why = 'workbook'
    await open.click('Import…')
    expect(document.querySelector('.feedback')?.textContent).toContain('Save it as CSV there')
  })

  it('exports, and shows the file', async () => {
    const { companion, open } = await opened([entry(1, 'Dana')])
    await open.click('Export')
    expect(text()).toContain('Saved to \u2066book.csv\u2069.')
    await open.click('Show in folder')
    expect(asked(companion, 'book:show-export')).toEqual([[]])
  })

  it('shows nothing in privacy mode, and closes its form', async () => {
    const { companion, open } = await opened([entry(1, 'Dana')])
    await open.click('Edit \u2068Dana\u2069')
    companion.push('settings', aSettingsView({ revision: 2 }, { privacy: true }))
    await flushPromises()
    expect([text().includes('Dana'), document.querySelector('dialog')]).toEqual([false, null])
    expect(text()).toContain('The address book is hidden while privacy is on.')
  })
})

describe('a caller’s own name', () => {
  const menu = (at: number) => document.querySelectorAll<HTMLElement>('[aria-haspopup=menu]')[at]
  const entries = () => [...document.querySelectorAll<HTMLElement>('[role=menuitem]')]

  it('is added from a card’s menu', async () => {
    const call = aCall()
    const companion = fakeCompanion({
      'state:read': () => aState({ calls: [call] }),
      'book:of-call': () => ({
        id: null,
        entry: { name: 'Sales line', company: '', note: '', numbers: '+972 72 277 6772' },
      }),
    })
    const open = await openWindow(companion)
    menu(0)?.click()
    await flushPromises()
    await open.click('Add to address book…')
    expect(asked(companion, 'book:of-call')).toEqual([[call.key]])
    expect(document.querySelector('dialog h2')?.textContent).toBe('New entry')
    expect(open.field('Name').value).toBe('Sales line')
    await open.fill('Name', 'Dana')
    await open.click('Save')
    expect(asked(companion, 'book:save')).toEqual([
      [{ name: 'Dana', company: '', note: '', numbers: '+972 72 277 6772' }, null],
    ])
  })

  it('stands in place of the API’s on missed calls and in the history, says where it is from, and can be edited', async () => {
    const companion = fakeCompanion({
      'state:read': () => aState({}, { missed: [aMissedCall({ name: 'DANA L', ownName: 'Dana' })] }),
      'history:read': historyOf([aStoredCall({ name: 'DANA L', ownName: 'Dana' })]),
    })
    const open = await openWindow(companion)
    for (const leave of [() => open.click('History'), () => Promise.resolve()]) {
      const name = document.querySelector('main [data-caller-name]')
      expect([name?.textContent, name?.getAttribute('title')]).toEqual([
        'Dana (from your address book)',
        'from your address book',
      ])
      menu(0)?.click()
      await flushPromises()
      expect(entries().at(-1)?.textContent.trim()).toBe('Edit name…')
      await leave()
    }
  })

  it('isn’t offered for a withheld number, or in privacy mode', async () => {
    const withheld = aCall({ phone: { kind: 'withheld', received: '' } })
    const companion = fakeCompanion({ 'state:read': () => aState({ calls: [withheld] }) })
    await openWindow(companion)
    menu(0)?.click()
    await flushPromises()
    expect(entries().map((one) => one.textContent.trim())).not.toContain('Add to address book…')
  })
})
