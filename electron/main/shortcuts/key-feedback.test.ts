import { expect, it } from 'vitest'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { createKeyFeedback } from './key-feedback.ts'

it('shows a message silently, withdraws it automatically, and sooner for the next one', async () => {
  const clock = virtualClock(1000)
  const shown: AlertNotification[] = []
  const gone: string[] = []
  const ladder = {
    show(alert: AlertNotification) {
      shown.push(alert)
      return Promise.resolve('shown' as const)
    },
    withdraw: (id: string) => void gone.push(id),
  }
  const show = createKeyFeedback(ladder, clock)
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
