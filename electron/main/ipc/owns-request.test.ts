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

describe('who may ask what', () => {
  it('lets the popup read its calls and copy a number', () => {
    expect([may(POPUP, 'popup:read'), may(POPUP, 'call:copy')]).toEqual([true, true])
  })

  it.each(['popup.html', 'popup.html#x', 'index.html', 'index.html#view=history', ''])(
    'lets the popup ask for nothing else, at whatever address it says it is: %j',
    (page) => {
      const asked = REQUEST_CHANNELS.filter((channel) => may(POPUP, channel, page))
      expect(asked).toEqual(REQUEST_CHANNELS.filter((channel) => REQUESTS[channel].by !== 'window'))
    },
  )

  it('lets the window ask all but what is the popup’s, and nobody else anything', () => {
    expect(may(WINDOW, 'state:read')).toBe(true)
    expect(may(WINDOW, 'popup:drawn', 'popup.html')).toBe(false)
    expect(may(3, 'popup:read')).toBe(false)
    expect(ownsRequest(owners, { contents: WINDOW, url: 'https://example.com/' }, 'state:read')).toBe(false)
  })
})
