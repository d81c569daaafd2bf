import { describe, expect, it } from 'vitest'
import { sampleCall } from '../templates/sample-call.ts'
import type { TemplateCall } from '../templates/template-call.ts'
import type { PopConditions } from './crm-rule.ts'
import { unfitCondition } from './unfit-condition.ts'

const call: TemplateCall = { ...sampleCall(0), queue: 'Sales', customData: { lang: 'he', empty: '' } }
const unfit = (when: PopConditions, change: Partial<TemplateCall> = {}, known = true) =>
  unfitCondition(when, { ...call, ...change }, known)

const FIT: readonly PopConditions[] = [
  {},
  { direction: ['outgoing', 'incoming'] },
  { did: ['072-277-6773'] },
  { did: ['+972 72 277 6773'] },
  { did: ['0000', '972722776773'] },
  { queue: [' sales '] },
  { prefix: ['072'] },
  { prefix: ['+97272'] },
  { prefix: ['97272'] },
  { known: true },
  { customdata: { lang: 'he' } },
  { customdata: { lang: '*' } },
]

const UNFIT: readonly (readonly [PopConditions, string])[] = [
  [{ direction: ['outgoing'] }, 'direction'],
  [{ did: ['2776773'] }, 'did'],
  [{ did: ['+072 277 6773'] }, 'did'],
  [{ queue: ['Sale'] }, 'queue'],
  [{ prefix: ['2'] }, 'prefix'],
  [{ prefix: ['+072'] }, 'prefix'],
  [{ known: false }, 'known'],
  [{ customdata: { lang: 'en' } }, 'customdata'],
  [{ customdata: { empty: '*' } }, 'customdata'],
  [{ customdata: { toString: '*' } }, 'customdata'],
  [{ customdata: { lang: 'he', more: '*' } }, 'customdata'],
  [{ known: true, prefix: ['05'] }, 'prefix'],
]

describe('unfitCondition', () => {
  it.each(FIT)('fits %j', (when) => expect(unfit(when)).toBeNull())
  it.each(UNFIT)('%j fails for its %s', (when, why) => expect(unfit(when)).toBe(why))

  it('goes by the call’s own name where nobody was seen waiting', () => {
    expect(unfit({ queue: ['Voicenter'] }, { queue: '' })).toBeNull()
    expect(unfit({ queue: ['Voicenter'] })).toBe('queue')
  })

  it('finds no number in a name, nor in one that is withheld', () => {
    for (const kind of ['name', 'withheld'] as const) {
      const phone = { kind, received: '0722776772' }
      expect(unfit({ prefix: ['0'] }, { phone, did: phone })).toBe('prefix')
      expect(unfit({ did: ['0722776772'] }, { did: phone })).toBe('did')
    }
    expect(unfit({ did: ['1'] }, { did: null })).toBe('did')
    expect(unfit({ prefix: ['*2'] }, { phone: { kind: 'digits', received: '*25' } })).toBeNull()
  })
})
