import { describe, expect, it } from 'vitest'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import { alertButtons } from './alert-buttons.ts'

const plain: AlertNotification = {
  id: 'ring-1',
  kind: 'ring',
  title: 'Ringing',
  body: '',
  call: 'SIPSIP2/1',
  stays: true,
  silent: false,
  copyLabel: 'Copy number',
}
const ring: AlertNotification = { ...plain, pageLabel: 'Open in CRM' }
/** A caller without a number to copy or a page to open. */
const bare: AlertNotification = { ...plain, copyLabel: null }
const does = (alert: AlertNotification, platform: NodeJS.Platform) =>
  alertButtons(alert, platform, 'Open').map((button) => button.does)

describe('the buttons of an alert', () => {
  it('are two where the system shows two, otherwise only the first', () => {
    expect(does(ring, 'win32')).toEqual(['copy', 'page'])
    expect(does(ring, 'darwin')).toEqual(['copy', 'page'])
    expect(does(ring, 'linux')).toEqual(['copy'])
    expect(does({ ...ring, copyLabel: null }, 'linux')).toEqual(['page'])
  })

  it('are replaced by a warning’s own button', () => {
    expect(does({ ...ring, remedy: { label: 'Resume', warning: 1 } }, 'win32')).toEqual(['fix'])
  })

  it('always include one on Windows, where a ring without a button would not stay on screen', () => {
    expect([does(bare, 'win32'), does(bare, 'linux')]).toEqual([['open'], []])
    expect(does({ ...bare, stays: false }, 'win32')).toEqual([])
  })
})
