import { describe, expect, it } from 'vitest'
import { readPhone } from '../phone.ts'
import { copyText } from '../words/copy-text.ts'
import { wordsFor } from '../words/words-for.ts'
import { copyWith } from './copy-with.ts'
import { cardTemplate } from './default-copy-templates.ts'
import { sampleCall } from './sample-call.ts'

// From reports of copied numbers that bring invisible direction marks into other programs.
describe.each(['he', 'ar'] as const)('what is copied in %s', (language) => {
  const words = wordsFor(language, [])

  it.each(['*5287', '0521234567', '+442079460958', '1-700-500-600', '100'])(
    'has no invisible mark around %s',
    (received) => {
      const phone = readPhone(received, 'IL')
      const call = { ...sampleCall(0), phone, did: phone, name: 'ד"ר לוי' }
      const card = copyWith(cardTemplate(words), call, { words, numberFormat: 'national' })
      const cardText = card.kind === 'text' ? card.text : ''
      expect(cardText).toContain('ד"ר לוי')
      for (const text of [cardText, copyText(call, 'number', 'national'), copyText(call, 'name', 'national')])
        expect(text).not.toMatch(/\p{Cf}/u)
    },
  )
})
