import { describe, expect, it } from 'vitest'
import { viewUrl, readViewUrl, type Place } from './view-url.ts'

const START: Place = { view: 'calls', under: [], top: 0, unsaved: false }

describe('viewUrl', () => {
  it('is empty at the start', () => expect(viewUrl(START)).toBe(''))

  it.each<Place>([
    START,
    { view: 'team', under: [], top: 312, unsaved: false },
    { view: 'report', under: ['history', 'settings'], top: 0, unsaved: false },
  ])('is read back: %j', (place) => expect(readViewUrl(viewUrl(place))).toEqual(place))

  it('tells main of what is half typed, which does not come along', () => {
    const hash = viewUrl({ ...START, view: 'settings', unsaved: true })
    expect(hash).toBe('#view=settings&unsaved=')
    expect(readViewUrl(hash).unsaved).toBe(false)
  })

  it.each(['#', '#view=nowhere&top=-5', '#top=NaN&under=..x', '#%%%', '#view=calls&under=&top=Infinity'])(
    'is the start for what can’t be read: %s',
    (hash) => expect(readViewUrl(hash)).toEqual(START),
  )
})
