import { describe, expect, it } from 'vitest'
import { placeHash, readPlace, type Place } from './place-hash.ts'

const START: Place = { view: 'calls', under: [], top: 0, unsaved: false }

describe('placeHash', () => {
  it('is empty at the start', () => expect(placeHash(START)).toBe(''))

  it.each<Place>([
    START,
    { view: 'team', under: [], top: 312, unsaved: false },
    { view: 'report', under: ['history', 'settings'], top: 0, unsaved: false },
  ])('is read back: %j', (place) => expect(readPlace(placeHash(place))).toEqual(place))

  it('tells main of what is half typed, which does not come along', () => {
    const hash = placeHash({ ...START, view: 'settings', unsaved: true })
    expect(hash).toBe('#view=settings&unsaved=')
    expect(readPlace(hash).unsaved).toBe(false)
  })

  it.each(['#', '#view=nowhere&top=-5', '#top=NaN&under=..x', '#%%%', '#view=calls&under=&top=Infinity'])(
    'is the start for what can’t be read: %s',
    (hash) => expect(readPlace(hash)).toEqual(START),
  )
})
