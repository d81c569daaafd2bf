import { describe, expect, it } from 'vitest'
import { ownsRequest } from './owns-request.ts'

const page = 'ringside://app/popup.html'
const owners = {
  window: {
    owns: (frame: { readonly url: string } | null) => frame?.url.startsWith('ringside://app/') === true,
  },
  popup: { owns: (frame: { readonly url: string } | null) => frame?.url === page },
}
const may = (url: string | null, channel: Parameters<typeof ownsRequest>[2]) =>
  ownsRequest(owners, url === null ? null : { url }, channel)

describe('who may ask what', () => {
  it('lets the popup read its calls and copy a number', () => {
    expect([may(page, 'popup:read'), may(page, 'call:copy')]).toEqual([true, true])
  })

  it('lets the popup ask for nothing else', () => {
    for (const channel of [
      'state:read',
      'settings:change',
      'history:read',
      'account:save',
      'recording:mute',
    ] as const)
      expect(may(page, channel)).toBe(false)
  })

  it('lets the window ask all but what is the popup’s, and nobody else anything', () => {
    expect(may('ringside://app/index.html', 'state:read')).toBe(true)
    expect(may('ringside://app/index.html', 'popup:drawn')).toBe(false)
    expect(may('https://example.com/', 'popup:read')).toBe(false)
    expect(may(null, 'state:read')).toBe(false)
  })
})
