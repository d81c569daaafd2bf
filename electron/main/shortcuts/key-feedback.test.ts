import { expect, it } from 'vitest'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { createKeyFeedback } from './key-feedback.ts'

it('says a word silently, takes it back by itself, and sooner for the next one', async () => {
  const clock = virtualClock(1000)
  const shown: AlertNotification[] = []
  const gone: string[] = []
  const tell = createKeyFeedback({
    show: (alert) => shown.push(alert),
    withdraw: (id) => gone.push(id),
    clock,
  })
  tell('Number copied')
  tell('Privacy on')
  expect(shown.map(({ title, silent, stays }) => [title, silent, stays])).toEqual([
    ['Number copied', true, false],
    ['Privacy on', true, false],
  ])
  expect(gone).toEqual([shown[0]?.id])
  await clock.advance(3000)
  expect(gone).toEqual(shown.map(({ id }) => id))
})
