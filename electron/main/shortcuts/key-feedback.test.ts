import { expect, it } from 'vitest'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { createKeyFeedback } from './key-feedback.ts'

it('shows a message silently, withdraws it automatically, and sooner for the next one', async () => {
  const clock = virtualClock(1000)
  const shown: AlertNotification[] = []
  const gone: string[] = []
  const show = createKeyFeedback({
    show: (alert) => shown.push(alert),
    withdraw: (id) => gone.push(id),
    clock,
  })
  show('Number copied')
  show('Privacy on')
  expect(shown.map(({ title, silent, stays }) => [title, silent, stays])).toEqual([
    ['Number copied', true, false],
    ['Privacy on', true, false],
  ])
  expect(gone).toEqual([shown[0]?.id])
  await clock.advance(3000)
  expect(gone).toEqual(shown.map(({ id }) => id))
})
