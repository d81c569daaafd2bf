import { describe, expect, it } from 'vitest'
import type { SeenExtension } from '../domain.ts'
import { seenCall, seenExtension } from '../testing/seen.ts'
import { NO_TEAM } from '../team/reduce-team.ts'
import { filledIn } from './fill-in.ts'
import { playWire, wireTalk } from './testing/wire-story.ts'

const teamOf = (answer: readonly SeenExtension[]) => ({
  answer,
  seen: new Map(answer.map((one) => [one.extension, one])),
})
const NOTHINGS = [null, undefined, '', 'none', {}, []]

describe('what a response leaves out', () => {
  it.each(NOTHINGS.map((nothing) => ({ nothing })))(
    'of an extension, is as it was: who sits there, since when, with which status ($nothing)',
    ({ nothing }) => {
      const complete = { entry: { calls: [] } }
      const lacking = {
        entry: { calls: [], onlineUserID: nothing, onlineUserStatus: nothing, userID: nothing },
      }
      const { memory } = playWire([complete, lacking])
      expect(memory.state.agent).toEqual(playWire([complete, complete]).memory.state.agent)
      expect(memory.known).toEqual(playWire([complete]).memory.known)
    },
  )

  it('is filled in for names, but never with another person’s', () => {
    const known = seenExtension([], { representative: 'Dana', onlineUserId: 7 })
    const unnamed = { ...known, owner: '', representative: '' }
    expect(filledIn([unnamed], NO_TEAM, known)).toEqual([known])
    const another = { ...unnamed, onlineUserId: 9 }
    expect(filledIn([another], NO_TEAM, known)).toEqual([{ ...known, representative: '', onlineUserId: 9 }])
  })

  it('about who was logged in there stays after they log out, even during a call', () => {
    const there = { representative: 'Dana', name: 'Lior', onlineUserID: 7, userID: 5, calls: [wireTalk()] }
    const named = { entry: { ...there, onlineUserID: 0, onlineUserStatus: 2 } }
    const unnamed = { entry: { ...named.entry, representative: '' } }
    const { agent } = playWire([{ entry: there }, named]).memory.state
    expect(agent).toMatchObject({ name: 'Dana', status: { word: 'logout' } })
    expect(playWire([{ entry: there }, unnamed, unnamed]).memory.state.agent).toEqual(agent)
  })

  it('of the name of another person who logs in is unknown, and not taken from whose extension it is', () => {
    const owned = { name: 'Lior', userID: 5, calls: [] }
    const dana = { entry: { ...owned, representative: 'Dana', onlineUserID: 7 } }
    const nameOf = (onlineUserID: number) =>
      playWire([dana, { entry: { ...owned, representative: '', onlineUserID } }]).memory.state.agent?.name
    expect([nameOf(7), nameOf(9), nameOf(5)]).toEqual(['Dana', '', 'Lior'])
  })

  it('of an extension that was never seen is nothing', () => {
    const read = { ...seenExtension(), onlineUserId: null, calls: [{ ...seenCall(), answered: null }] }
    expect(filledIn([read], NO_TEAM, null)).toEqual([
      { ...seenExtension(), onlineUserId: 0, calls: [seenCall({ answered: false })] },
    ])
  })

  it('is filled in for a colleague’s calls, too', () => {
    const known = seenExtension([seenCall({ phase: 'talking', statusWord: 'Talking', answered: true })])
    const read = seenExtension([seenCall({ phase: 'other', statusWord: '' })])
    expect(filledIn([read], NO_TEAM, known)[0]?.calls[0]).toMatchObject({ phase: 'talking' })
  })

  it('is filled in for the answer time of a talk, but not in a later ring', () => {
    const known = seenExtension([seenCall({ phase: 'talking', answered: true, answeredApiSeconds: 99 })])
    const stamp = (phase: 'held' | 'ringing') =>
      filledIn([seenExtension([seenCall({ phase })])], NO_TEAM, known)[0]?.calls[0]?.answeredApiSeconds
    expect([stamp('held'), stamp('ringing')]).toEqual([99, null])
  })

  it('returns the same object when nothing is left out', () => {
    const read = [seenExtension([seenCall()]), seenExtension([], { extension: 'other', owner: '' })]
    const named = (name: string) => seenExtension([seenCall()], { extension: name, owner: '' })
    expect(filledIn(read, teamOf(read.map(({ extension }) => named(extension))), null)).toBe(read)
    expect(filledIn(read, teamOf(read), null)).toBe(read)
  })

  it('is filled in wherever the extension was in the last response', () => {
    const [one, other] = [seenExtension([], { owner: 'Dana' }), seenExtension([], { extension: 'other' })]
    const unnamed = { ...one, owner: '' }
    expect(filledIn([unnamed, other], teamOf([other, one]), null)).toEqual([one, other])
  })

  it('is filled in from the later response about the watched extension, even if the list is the same again', () => {
    const read = [seenExtension([], { owner: '' })]
    const watched = seenExtension([], { owner: 'Dana' })
    expect(filledIn(read, teamOf(read), watched)).toEqual([watched])
  })
})
