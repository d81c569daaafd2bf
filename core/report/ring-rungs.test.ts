import { describe, expect, it } from 'vitest'
import { readRungs, rungsText } from './ring-rungs.ts'

describe('the rungs of a ring, as one column', () => {
  it('come back as they were stored', () => {
    const rungs = { notification: 'no-answer', popup: 'shown' } as const
    expect(readRungs(rungsText(rungs))).toEqual(rungs)
    expect(readRungs(rungsText({}))).toEqual({})
  })

  it('leave out what no version of the program wrote', () => {
    expect(readRungs('notification=shown lamp=shown popup=maybe =')).toEqual({ notification: 'shown' })
  })
})
