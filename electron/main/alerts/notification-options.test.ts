import { unescapedHtml } from '../../../core/telephony/plain-text.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import { notificationOptions } from './notification-options.ts'

const ring: AlertNotification = {
  id: 'ring-a b-1',
  kind: 'ring',
  title: 'Ringing',
  body: '',
  call: 'S/1',
  stays: true,
  silent: true,
  copyLabel: 'Copy number',
}

describe('notificationOptions', () => {
  it('shows a ring on Windows as an incoming call, under the id that its buttons contain', () => {
    const { id, toastXml } = notificationOptions(ring, 'win32', 'Open')
    expect(id).toBe('ring-a_b-1')
    expect(toastXml).toContain('scenario="incomingCall"')
    expect(toastXml).toContain(`action=0&amp;tag=${id}"`)
    expect(toastXml).toContain('content="Copy number"')
  })

  it('leaves every other alert and system to Electron', () => {
    expect(notificationOptions({ ...ring, kind: 'missed' }, 'win32', 'Open').toastXml).toBeUndefined()
    expect(notificationOptions(ring, 'linux', 'Open')).toMatchObject({ id: ring.id, urgency: 'critical' })
    expect(notificationOptions(ring, 'darwin', 'Open').toastXml).toBeUndefined()
  })

  describe('of a body with & and <', () => {
    const body = 'R&D <north> · dialled 03-900-1234'
    const shown = (platform: NodeJS.Platform) =>
      notificationOptions({ ...ring, body }, platform, 'Open').body ?? ''

    it('leaves it unchanged for macOS', () => {
      expect(shown('darwin')).toBe(body)
    })

    it('reads the same on Linux once its markup is parsed', () => {
      const read = shown('linux').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
      expect(read).toBe(body)
    })

    // From reports about Linux desktops, where a bare & or < in the body shows an empty or truncated notification.
    it('escapes them for Linux', () => {
      expect(shown('linux')).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;|#)|</)
    })

    it('parses back to any text on Linux, even text with entities, and is unchanged elsewhere', () => {
      const unit = fc.oneof(fc.constantFrom('&', '<b>', '</b>', '&amp;', '&#39;', '"', 'ד"ר'), fc.string())
      fc.assert(
        fc.property(fc.array(unit), (units) => {
          const text = units.join('')
          const body = (platform: NodeJS.Platform) =>
            notificationOptions({ ...ring, body: text }, platform, 'Open').body ?? ''
          expect(unescapedHtml(body('linux'))).toBe(text)
          expect(body('linux')).not.toMatch(/<|>|&(?!amp;|lt;|gt;)/)
          expect([body('darwin'), body('win32')]).toEqual([text, text])
        }),
      )
    })

    it('is not escaped in the title, which is not markup', () => {
      expect(notificationOptions({ ...ring, title: 'R&D' }, 'linux', 'Open').title).toBe('R&D')
    })
  })
})
