// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { TemplatePreview } from '../../core/contract.ts'
import type { CopyTemplate } from '../../core/templates/copy-template.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { typeInto } from '../testing/history-rows.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aSettingsView } from '../testing/samples.ts'

const NUMBER: CopyTemplate = { name: 'Number', template: '{phone}', format: 'text', key: null }
const CARD: CopyTemplate = { name: 'Card', template: 'Name: {name}\nTo {did}', format: 'text', key: null }

let open: OpenWindow | null = null

type Answers = NonNullable<Parameters<typeof fakeCompanion>[0]>

async function opened(answers: Answers = {}, view: Parameters<typeof aSettingsView>[0] = {}) {
  const companion = fakeCompanion({
    'settings:read': () => aSettingsView({ copyTemplates: [NUMBER, CARD], ...view }),
    'template:preview': ({ template }) => ({
      errors: [],
      result: { kind: 'text', text: `<${template}>` },
      sample: true,
    }),
    ...answers,
  })
  open = await openWindow(companion)
  await open.click('Settings')
  return companion
}

const group = (): HTMLElement => document.querySelector<HTMLElement>('[data-settings=templates]')!
const turn = async (index: number): Promise<void> => {
  group().querySelectorAll<HTMLElement>('.turn')[index]?.click()
  await flushPromises()
}
const type = async (text: string): Promise<void> => {
  await typeInto('[data-settings=templates] textarea', text)
  await open?.clock.advance(120)
  await flushPromises()
}
const pause = async (): Promise<void> => {
  await open?.clock.advance(600)
  await flushPromises()
}
const saved = (companion: FakeCompanion): unknown =>
  companion.asked.filter(([channel]) => channel === 'settings:change').at(-1)?.[1]

describe('the copy templates in the settings', () => {
  it('record their shortcut as it is pressed, and are saved with it at once', async () => {
    const companion = await opened()
    await turn(1)
    const field = group().querySelector<HTMLElement>('.keys')!
    expect(field.textContent).toBe('None')
    field.click()
    await flushPromises()
    const keys = { key: 'C', code: 'KeyC', ctrlKey: true, shiftKey: true }
    field.dispatchEvent(new KeyboardEvent('keydown', { ...keys, bubbles: true, cancelable: true }))
    await flushPromises()
    expect(saved(companion)).toEqual({ copyTemplates: [NUMBER, { ...CARD, key: 'Control+Shift+C' }] })
    expect(field.textContent).toBe('Ctrl+Shift+C')
  })

  it('are a list whose first is the default, with each one’s output shown as it is typed', async () => {
    await opened()
    expect(group().querySelector('.default')?.closest('.item')?.textContent).toContain('Number')
    await turn(0)
    expect(group().querySelector('pre')?.textContent).toBe('<{phone}>')
    await type('to {name}')
    expect(group().querySelector('pre')?.textContent).toBe('<to {name}>')
    expect(group().textContent).toContain('Preview with a sample call')
  })

  it('are saved as they are typed, and show that', async () => {
    const companion = await opened()
    await turn(0)
    await type('to {name}')
    expect(saved(companion)).toBeUndefined()
    await pause()
    expect(saved(companion)).toEqual({ copyTemplates: [{ ...NUMBER, template: 'to {name}' }, CARD] })
    expect(group().textContent).toContain('Saved')
  })

  it('retain the last valid text while there is an error, and show its line and character', async () => {
    const wrong: TemplatePreview = {
      errors: [{ why: 'unknown-field', at: 16, length: 6 }],
      result: { kind: 'text', text: '' },
      sample: false,
    }
    const companion = await opened({ 'template:preview': () => wrong })
    await turn(1)
    await type('Name: {name}\nTo {fone}')
    await pause()
    expect(saved(companion)).toBeUndefined()
    expect(group().textContent).toContain('Line 2, character 4')
    expect(group().querySelector('mark')?.textContent).toBe('{fone}')
    expect(group().textContent).toContain('Fix the error to save.')
    const area = group().querySelector('textarea')!
    group().querySelector<HTMLElement>('.error-position')?.click()
    await flushPromises()
    expect([document.activeElement, area.selectionStart, area.selectionEnd]).toEqual([area, 16, 22])
  })

  it('report invalid JSON', async () => {
    const companion = await opened({
      'template:preview': () => ({ errors: [], result: { kind: 'not-json' }, sample: true }),
    })
    await turn(0)
    await type('{name}')
    await pause()
    expect(group().textContent).toContain('The output isn’t valid JSON.')
    expect(saved(companion)).toBeUndefined()
  })

  it.each([
    ['', 'Not saved: enter a name.'],
    [' Card ', 'Not saved: another template has this name.'],
  ])('accept no name such as %j', async (name, why) => {
    const companion = await opened()
    await turn(0)
    await typeInto('[data-settings=templates] input', name)
    await pause()
    expect(group().textContent).toContain(why)
    expect(saved(companion)).toBeUndefined()
  })

  it('insert a field at the cursor, and explain each one', async () => {
    await opened()
    await turn(0)
    const area = group().querySelector('textarea')!
    area.setSelectionRange(0, 0)
    const chips = [...group().querySelectorAll<HTMLButtonElement>('.chip')]
    const chip = chips.find((one) => one.textContent.trim() === '{queue}')!
    expect(chip.title).toBe('the queue the caller waited in')
    chip.click()
    await flushPromises()
    expect(area.value).toBe('{queue}{phone}')
    expect(area.selectionStart).toBe(7)
    chips.at(-1)?.click()
    await flushPromises()
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('KEY')
  })

  it('can be moved, so that another is the default, and the focus moves along', async () => {
    const companion = await opened()
    const up = open!.button('Move \u2068Card\u2069 up')
    up.focus()
    await open?.click('Move \u2068Card\u2069 up')
    await pause()
    expect(saved(companion)).toEqual({ copyTemplates: [CARD, NUMBER] })
    expect(document.activeElement).toBe(open?.button('Move \u2068Card\u2069 down'))
  })

  it('can be added and removed', async () => {
    const companion = await opened()
    await open?.click('Add template')
    await pause()
    expect(saved(companion)).toMatchObject({ copyTemplates: [NUMBER, CARD, { name: 'New template' }] })
    await open?.click('Delete \u2068Card\u2069')
    await pause()
    expect(saved(companion)).toMatchObject({ copyTemplates: [NUMBER, { name: 'New template' }] })
  })

  it('return to the default ones only when confirmed', async () => {
    const own = aSettingsView({ copyTemplates: [CARD] }, { copyTemplates: [CARD] })
    const companion = await opened({ 'settings:read': () => own })
    await open?.click('Restore default templates')
    expect(document.activeElement).toBe(open?.button('Keep mine'))
    await open?.click('Restore')
    expect(saved(companion)).toEqual({ copyTemplates: [] })
    companion.push('settings', aSettingsView({ revision: 2, copyTemplates: [NUMBER, CARD] }))
    await flushPromises()
    expect(group().querySelectorAll('.item')).toHaveLength(2)
  })

  it('can be read but not changed if the organisation has set them', async () => {
    await opened({}, { locked: ['copyTemplates'] })
    await turn(0)
    expect(group().textContent).toContain('Set by your organisation')
    expect(group().querySelector('textarea')?.disabled).toBe(true)
    expect(group().querySelector('.chip')).toBeNull()
    expect(() => open?.button('Add template')).toThrow()
  })
})

describe('the outcome labels in the settings', () => {
  const area = '[data-settings=outcomes] textarea'

  it('are saved as they are typed, one per line', async () => {
    const companion = await opened({}, { outcomeLabels: ['Solved', 'Callback'] })
    expect(document.querySelector<HTMLTextAreaElement>(area)?.value).toBe('Solved\nCallback')
    await typeInto(area, 'Solved\n\n Order ')
    await pause()
    expect(saved(companion)).toEqual({ outcomeLabels: ['Solved', 'Order'] })
  })

  it('show what can not be saved', async () => {
    const companion = await opened()
    await typeInto(area, 'x'.repeat(61))
    await pause()
    expect(document.body.textContent).toContain('Not saved: line 1 is longer than 60 characters.')
    expect(saved(companion)).toBeUndefined()
  })
})

describe('an error in a policy', () => {
  it('is shown with its position, in the entry and in the template', async () => {
    await opened(
      {},
      {
        problems: [
          {
            source: 'policy',
            key: 'copyTemplates[1].template',
            why: 'template',
            error: { why: 'unknown-field', at: 2, length: 3 },
          },
        ],
      },
    )
    expect(document.body.textContent).toMatch(
      /policy, “copyTemplates\[1\]\.template” has an error; it is ignored\. Character 3: There is no such field\./,
    )
  })
})
