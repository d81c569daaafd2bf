import { expect, it } from 'vitest'
import type { Looking } from '../../../core/contract.ts'
import { createVisibleView } from './visible-view.ts'

it('tells what is open only while the window is on screen', () => {
  const told: Looking[] = []
  const screen = createVisibleView((looking) => told.push(looking))
  const nothing = { queues: false, team: false }
  const team = { queues: false, team: true }
  screen.look(team)
  screen.show(true)
  screen.show(false)
  expect(told).toEqual([nothing, team, nothing])
})
