import { describe, expect, it } from 'vitest'
import { zoneOffsetMinutes } from './account-offset.ts'

describe('zoneOffsetMinutes', () => {
  it.each([
    ['Asia/Jerusalem', '2026-03-27T00:00Z', 120, 180],
    ['Asia/Jerusalem', '2026-10-24T23:00Z', 180, 120],
    ['America/New_York', '2026-03-08T07:00Z', -300, -240],
    ['America/New_York', '2026-11-01T06:00Z', -240, -300],
    ['America/St_Johns', '2026-03-08T05:30Z', -210, -150],
    ['Australia/Lord_Howe', '2026-10-03T15:30Z', 630, 660],
    ['Asia/Kolkata', '2028-02-29T18:30Z', 330, 330],
  ])('turns in %s at %s, from %i to %i', (zone, at, before, after) => {
    const changes = Date.parse(at)
    expect([zoneOffsetMinutes(zone, changes - 1), zoneOffsetMinutes(zone, changes)]).toEqual([before, after])
  })

  it('is 0 for an unknown zone', () => expect(zoneOffsetMinutes('Mars/Olympus', 0)).toBe(0))
})
