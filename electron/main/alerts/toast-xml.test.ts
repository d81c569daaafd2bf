import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../../../core/testing/any-text.ts'
import { toastTag, toastXml } from './toast-xml.ts'

const toast = { tag: 'ring-1', title: 'Ringing: 072', body: 'Sales', silent: false, buttons: ['Copy', 'CRM'] }

describe('toastXml', () => {
  it('has the form of an incoming call, with buttons identified by number and tag', () => {
    expect(toastXml(toast)).toBe(
      '<toast scenario="incomingCall" launch="type=click&amp;tag=ring-1">' +
        '<visual><binding template="ToastGeneric"><text>Ringing: 072</text><text>Sales</text></binding></visual>' +
        '<audio src="ms-winsoundevent:Notification.Looping.Call" loop="true"/>' +
        '<actions>' +
        '<action content="Copy" arguments="type=action&amp;action=0&amp;tag=ring-1" activationType="foreground"/>' +
        '<action content="CRM" arguments="type=action&amp;action=1&amp;tag=ring-1" activationType="foreground"/>' +
        '</actions></toast>',
    )
  })

  it('is silent when the settings say so', () => {
    expect(toastXml({ ...toast, silent: true })).toContain('<audio silent="true"/>')
  })

  it('lets no caller text become markup or break the document', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (title, label) => {
        const xml = toastXml({ ...toast, title, buttons: [label] })
        const tags = xml.match(/<\/?[a-z]+/g)
        expect(tags).toHaveLength(14)
        // eslint-disable-next-line no-control-regex -- what XML 1.0 forbids
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
        expect(xml.isWellFormed()).toBe(true)
      }),
    )
    expect(toastXml({ ...toast, title: `<a b="c" d='e'>&` })).toContain(
      '<text>&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;</text>',
    )
  })

  it('makes a valid tag of any id, which can end nothing early', () => {
    expect(toastTag(`ring-${'x'.repeat(80)}-1772`)).toHaveLength(64)
    expect(toastTag('ring-a&tag=b"<>-5')).toBe('ring-a_tag_b___-5')
    expect(toastTag('ring-1772445000')).toBe('ring-1772445000')
  })
})
