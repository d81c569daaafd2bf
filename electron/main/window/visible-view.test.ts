import { expect, it } from 'vitest'
import type { VisibleViews } from '../../../core/contract.ts'
import { createVisibleView } from './visible-view.ts'

it('reports what is open only while the window is on screen', () => {
  const reported: VisibleViews[] = []
  const screen = createVisibleView((views) => reported.push(views))
  const nothing = { queues: false, team: false }
  const team = { queues: false, team: true }
  screen.look(team)
  screen.show(true)
  screen.show(false)
  expect(reported).toEqual([nothing, team, nothing])
})
