import { describe, expect, it } from 'vitest'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import type { AlertOutcome, DoNotDisturb } from '../../../core/contract.ts'
import { notificationRung } from './notification-rung.ts'

const alert: AlertNotification = {
  id: 'r',
  kind: 'ring',
  title: '',
  body: '',
  call: null,
  stays: true,
  silent: false,
  copyLabel: null,
}

const outcomes: AlertOutcome[] = []

const raise = (
  outcome: AlertOutcome,
  state: DoNotDisturb | Error,
  kind: AlertNotification['kind'] = 'ring',
) =>
  notificationRung({
    notifier: { show: () => Promise.resolve(outcome), withdraw: () => undefined, clear: () => undefined },
    doNotDisturb: () => (state instanceof Error ? Promise.reject(state) : Promise.resolve(state)),
    onOutcome: (what) => outcomes.push(what),
  }).raise({ ...alert, kind })

describe('the notification as a rung', () => {
  it('counts as refused when the system reports it shown under do-not-disturb', async () => {
    expect(await raise('shown', 'on')).toBe('refused')
    expect(outcomes.at(-1)).toBe('refused')
  })

  it.each(['off', 'unknown', new Error('no answer')] as const)(
    'is believed when do-not-disturb is %s',
    async (state) => {
      expect(await raise('shown', state)).toBe('shown')
    },
  )

  it('passes on the system’s own error', async () => {
    expect(await raise('failed', 'on')).toBe('failed')
    expect(await raise('no-answer', 'off')).toBe('no-answer')
  })

  it('does not check do-not-disturb for shortcut feedback', async () => {
    expect(await raise('shown', 'on', 'feedback')).toBe('shown')
  })
})
