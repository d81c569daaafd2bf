import { expect, it } from 'vitest'
import { templateCall } from '../../../core/templates/template-call.ts'
import { en } from '../../../core/words/en.ts'
import { sampleCall } from '../testing/sample-call.ts'
import { createTemplatePreview } from './template-preview.ts'

const NOW = Date.UTC(2026, 2, 2)
const setUp = (call: ReturnType<typeof sampleCall> | null) =>
  createTemplatePreview({
    lastCall: () => (call === null ? null : templateCall(call, '', NOW)),
    style: () => ({ words: en, numberFormat: 'national' }),
    now: () => NOW,
  })

it('shows the last call, and a sample before any', () => {
  const text = { template: '{name}', format: 'text' } as const
  expect(setUp(sampleCall({ name: 'Noa' }))(text)).toEqual({
    errors: [],
    result: { kind: 'text', text: 'Noa' },
    sample: false,
  })
  expect(setUp(null)(text)).toMatchObject({ sample: true, result: { text: 'Voicenter' } })
})

it('shows text with errors anyway, and reports their positions', () => {
  expect(setUp(null)({ template: 'To {fone}{name}', format: 'text' })).toMatchObject({
    errors: [{ why: 'unknown-field', at: 3, length: 6 }],
    result: { text: 'To Voicenter' },
  })
})

it('reports invalid JSON, and empty output', () => {
  expect(setUp(null)({ template: '[{name}', format: 'json' }).result).toEqual({ kind: 'not-json' })
  expect(setUp(sampleCall({ name: '' }))({ template: '{name}', format: 'text' }).result).toEqual({
    kind: 'empty',
  })
})
