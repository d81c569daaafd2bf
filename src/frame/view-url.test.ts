import { describe, expect, it } from 'vitest'
import { viewUrl, readViewUrl, type ViewLocation } from './view-url.ts'

const START: ViewLocation = { view: 'calls', under: [], top: 0, unsaved: false }

describe('viewUrl', () => {
  it('is empty at the start', () => expect(viewUrl(START)).toBe(''))

  it.each<ViewLocation>([
    START,
    { view: 'team', under: [], top: 312, unsaved: false },
    { view: 'report', under: ['history', 'settings'], top: 0, unsaved: false },
  ])('is read back: %j', (location) => expect(readViewUrl(viewUrl(location))).toEqual(location))

  it('marks unsaved text for main, which is not restored', () => {
    const hash = viewUrl({ ...START, view: 'settings', unsaved: true })
    expect(hash).toBe('#view=settings&unsaved=')
    expect(readViewUrl(hash).unsaved).toBe(false)
  })

  it.each(['#', '#view=nowhere&top=-5', '#top=NaN&under=..x', '#%%%', '#view=calls&under=&top=Infinity'])(
    'is the start for what can’t be read: %s',
    (hash) => expect(readViewUrl(hash)).toEqual(START),
  )
})
