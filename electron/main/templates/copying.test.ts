import { describe, expect, it } from 'vitest'
import type { CopyTemplate } from '../../../core/templates/copy-template.ts'
import type { TeamRow } from '../../../core/surroundings.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings/settings.ts'
import { templateCall } from '../../../core/templates/template-call.ts'
import { somePhone } from '../../../core/testing/seen.ts'
import { en } from '../../../core/words/en.ts'
import { sampleCall } from '../testing/sample-call.ts'
import { createCopying } from './copying.ts'

const NOW = Date.UTC(2026, 2, 2)

interface Given {
  readonly call?: ReturnType<typeof sampleCall> | null
  readonly row?: TeamRow | null
  readonly settings?: Partial<Settings>
  readonly templates?: readonly CopyTemplate[]
  readonly refusal?: Error
}

/** What is copied ends up in `written`, unless the clipboard refuses. */
function setUp({ call = null, row = null, settings = {}, templates = [], refusal }: Given = {}) {
  const written: string[] = []
  const copying = createCopying({
    companion: {
      templateCall: (key) => (key === call?.key ? templateCall(call, 'Dana', NOW) : null),
      waitingPhone: () => null,
      teamRow: () => row,
    },
    lastCall: () => (call === null ? null : templateCall(call, '', NOW)),
    configuration: {
      settings: () => ({ ...DEFAULT_SETTINGS, ...settings }),
      copyTemplates: () => templates,
    },
    words: () => en,
    now: () => NOW,
    write: (text) => (refusal === undefined ? Promise.resolve(written.push(text)) : Promise.reject(refusal)),
  })
  return { written, ...copying }
}

describe('a detail', () => {
  const international = {
    call: sampleCall({ name: '' }),
    settings: { numberFormat: 'international' },
  } as const

  it('is copied in the number format of the settings', async () => {
    const { copy, written } = setUp(international)
    expect(await copy('SIPSIP2/1', 'number')).toEqual({ kind: 'copied' })
    expect(written).toEqual(['+972 72 277 6772'])
  })

  it('may be the card, like the template of that name, without labels of unknown details', async () => {
    const { copy, written } = setUp(international)
    await copy('SIPSIP2/1', 'card')
    expect(written[0]).toMatch(/^Number: \+972 72 277 6772\n(?!Name)[^]*\nCall ID: 1$/)
  })

  it('leaves the clipboard alone when there is nothing to copy', async () => {
    const { copy } = setUp({ ...international, refusal: new Error('not to be called') })
    expect(await copy('SIPSIP2/1', 'name')).toEqual({ kind: 'nothing-to-copy' })
    expect(await copy('gone/2', 'number')).toEqual({ kind: 'nothing-to-copy' })
  })

  it('says so when the clipboard refused', async () => {
    const { copy } = setUp({ ...international, refusal: new Error('busy') })
    expect(await copy('SIPSIP2/1', 'number')).toEqual({ kind: 'failed' })
  })
})

describe('a call by template', () => {
  const template = (name: string, text: string): CopyTemplate => ({
    name,
    template: text,
    format: 'text',
    key: null,
  })
  const templates = [template('Name', 'n {name}'), template('Agent', '{agent}')]

  it('is copied with the template of that name, and with the first for none', async () => {
    const call = sampleCall({ name: 'Sales' })
    const { written, copyAs } = setUp({ call, templates })
    expect(await copyAs(call.key, 'Agent')).toEqual({ kind: 'copied' })
    expect(await copyAs(call.key, null)).toEqual({ kind: 'copied' })
    expect(written).toEqual(['Dana', 'n Sales'])
  })

  it('isn’t copied with a removed template, nor if it is unknown', async () => {
    const call = sampleCall()
    const { written, copyAs } = setUp({ call, templates })
    expect(await copyAs(call.key, 'Agent of old')).toEqual({ kind: 'nothing-to-copy' })
    expect(await copyAs('gone/1', null)).toEqual({ kind: 'nothing-to-copy' })
    expect(written).toEqual([])
  })

  it.each([
    ['"><script>alert(1)</script>', 'n "><script>alert(1)</script>'],
    ['javascript:alert(1)', 'n javascript:alert(1)'],
    ['a\r\nrm -rf /\n', 'n a rm -rf /'],
    ['\u202egpj.exe', 'n gpj.exe'],
    ['%00%0a', 'n %00%0a'],
    ['{phone}{{', 'n {phone}{{'],
    ['x'.repeat(1_000_000), `n ${'x'.repeat(499)}…`],
  ])('has a hostile name on one line, unchanged and short', async (name, text) => {
    const call = sampleCall({ name })
    const { written, copyAs } = setUp({ call, templates })
    await copyAs(call.key, null)
    expect(written).toEqual([text])
  })
})

describe('a colleague', () => {
  const row: TeamRow = {
    extension: 'SIPSIP1',
    person: 'Yael Mor',
    onlineUserId: 7,
    status: { word: 'login', number: 1 },
    statusSince: 0,
    phase: 'talking',
    since: 0,
    caller: { phone: somePhone, name: '', direction: 'incoming' },
    calls: 1,
  }

  it('is copied as the extension, or the number of the caller there', async () => {
    const { copyTeam, written } = setUp({ row })
    expect(await copyTeam('SIPSIP1', 'extension')).toEqual({ kind: 'copied' })
    expect(await copyTeam('SIPSIP1', 'caller')).toEqual({ kind: 'copied' })
    expect(written).toEqual(['SIPSIP1', '072-277-6772'])
  })

  it('has no number if numbers are masked, withheld or absent, and nothing if they aren’t in the team', async () => {
    const phone = { kind: 'withheld', received: '' } as const
    for (const { copyTeam, written } of [
      setUp({ row, settings: { maskTeamNumbers: true } }),
      setUp({ row: { ...row, caller: { ...row.caller!, phone } } }),
      setUp({ row: { ...row, caller: null } }),
      setUp(),
    ]) {
      expect(await copyTeam('SIPSIP1', 'caller')).toEqual({ kind: 'nothing-to-copy' })
      expect(written).toEqual([])
    }
    expect(await setUp().copyTeam('SIPSIP1', 'extension')).toEqual({ kind: 'nothing-to-copy' })
  })
})

describe('the preview of a template', () => {
  it('shows the last call, and a sample before any', () => {
    const text = { template: '{name}', format: 'text' } as const
    expect(setUp({ call: sampleCall({ name: 'Noa' }) }).previewTemplate(text)).toEqual({
      errors: [],
      result: { kind: 'text', text: 'Noa' },
      sample: false,
    })
    expect(setUp().previewTemplate(text)).toMatchObject({ sample: true, result: { text: 'Voicenter' } })
  })

  it('shows text with errors anyway, and reports their positions', () => {
    expect(setUp().previewTemplate({ template: 'To {fone}{name}', format: 'text' })).toMatchObject({
      errors: [{ why: 'unknown-field', at: 3, length: 6 }],
      result: { text: 'To Voicenter' },
    })
  })

  it('reports invalid JSON, and empty output', () => {
    const nameless = setUp({ call: sampleCall({ name: '' }) })
    expect(setUp().previewTemplate({ template: '[{name}', format: 'json' }).result).toEqual({
      kind: 'not-json',
    })
    expect(nameless.previewTemplate({ template: '{name}', format: 'text' }).result).toEqual({ kind: 'empty' })
  })
})
