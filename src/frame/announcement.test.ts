import { describe, expect, it } from 'vitest'
import { en } from '../../core/words/en.ts'
import { aCall } from '../testing/samples.ts'
import { announcement } from './announcement.ts'

const say = (before: Parameters<typeof announcement>[0], after: Parameters<typeof announcement>[1]) =>
  announcement(before, after, en, 'national')

const ringing = aCall()
const talking = aCall({ phase: 'talking' })

describe('announcement', () => {
  it('announces a new ring with number, name and line', () => {
    const said = say([], [ringing])
    expect(said.assertive).toEqual(['Ringing: 072-277-6772, Sales line, dialled 03-900-1234'])
    expect(said.polite).toEqual([])
  })

  it('announces a ring once', () => {
    expect(say([ringing], [ringing])).toEqual({ assertive: [], polite: [] })
  })

  it('announces a call that is ringing at the first look, and no active one', () => {
    expect(say(null, [ringing, aCall({ ivrid: 'b', phase: 'talking' })])).toMatchObject({
      assertive: [expect.stringContaining('Ringing')],
      polite: [],
    })
  })

  it('announces politely that a call was answered, muted, and is over', () => {
    const muted = aCall({ phase: 'talking', recording: { state: 'muted', fileName: '' } })
    expect(say([ringing], [talking]).polite).toEqual(['Talking: 072-277-6772'])
    expect(say([talking], [muted]).polite).toEqual(['Recording muted: 072-277-6772'])
    expect(say([muted], [talking]).polite).toEqual(['Recording: 072-277-6772'])
    expect(say([talking], []).polite).toEqual(['Call ended: 072-277-6772'])
  })

  it('has a word for a withheld number', () => {
    const withheld = aCall({ phone: { kind: 'withheld', received: '' }, name: '', did: null })
    expect(say([], [withheld]).assertive).toEqual(['Ringing: Withheld number'])
  })
})
