import { describe, expect, it } from 'vitest'
import { REQUEST_CHANNELS, REQUESTS } from '../../../core/ipc/channels.ts'
import { ownsRequest, type Sender } from './owns-request.ts'

const [WINDOW, POPUP] = [1, 2]
const isAtHome = ({ url }: Sender): boolean => url.startsWith('ringside://app/')
const owners = {
  window: { owns: (sender: Sender) => sender.contents === WINDOW && isAtHome(sender) },
  popup: { owns: (sender: Sender) => sender.contents === POPUP && isAtHome(sender) },
}
const may = (contents: number, channel: Parameters<typeof ownsRequest>[2], page = 'index.html') =>
  ownsRequest(owners, { contents, url: `ringside://app/${page}` }, channel)

describe('who may request what', () => {
  it('lets the popup read its calls and copy a number', () => {
    expect([may(POPUP, 'popup:read'), may(POPUP, 'call:copy')]).toEqual([true, true])
  })

  it.each(['popup.html', 'popup.html#x', 'index.html', 'index.html#view=history', ''])(
    'lets the popup request nothing else, whatever address it claims: %j',
    (page) => {
      const asked = REQUEST_CHANNELS.filter((channel) => may(POPUP, channel, page))
      expect(asked).toEqual(REQUEST_CHANNELS.filter((channel) => REQUESTS[channel].by !== 'window'))
    },
  )

  it('lets the window request everything but the popup’s own, and others nothing', () => {
    expect(may(WINDOW, 'state:read')).toBe(true)
    expect(may(WINDOW, 'popup:drawn', 'popup.html')).toBe(false)
    expect(may(3, 'popup:read')).toBe(false)
    expect(ownsRequest(owners, { contents: WINDOW, url: 'https://example.com/' }, 'state:read')).toBe(false)
  })
})
