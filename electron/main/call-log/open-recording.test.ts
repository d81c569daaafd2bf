import { expect, it } from 'vitest'
import type { LoggedFacts } from '../../../core/call-log/logged-facts.ts'
import { createOpenRecording } from './open-recording.ts'

const PAGE = 'https://cpanel.voicenter.co.il/Recording/1'

function setUp(recordingUrl: string | null, open: () => Promise<void> = () => Promise.resolve()) {
  const logged: LoggedFacts = { at: 0, unseen: false, recordingUrl, queue: '' }
  const opened: string[] = []
  const openRecording = createOpenRecording({
    call: (key) => (key === 'SIPSIP2/kept1' ? { logged } : null),
    openExternal: (url) => (opened.push(url), open()),
  })
  return { openRecording, opened }
}

it('the page of a recording opens in the browser', async () => {
  const { openRecording, opened } = setUp(PAGE)
  expect(await openRecording('SIPSIP2/kept1')).toBe(true)
  expect(opened).toEqual([PAGE])
})

it('nothing opens for a call without a recording, or one that is gone', async () => {
  expect(await setUp(null).openRecording('SIPSIP2/kept1')).toBe(false)
  const { openRecording, opened } = setUp(PAGE)
  expect(await openRecording('SIPSIP2/other')).toBe(false)
  expect(opened).toEqual([])
})

it.each(['http://cpanel.voicenter.co.il/1', 'https://voicenter.co.il.example.com/', 'file:///etc/passwd'])(
  'nothing opens that is no page of the vendor’s, even if it is stored: %s',
  async (url) => {
    const { openRecording, opened } = setUp(url)
    expect(await openRecording('SIPSIP2/kept1')).toBe(false)
    expect(opened).toEqual([])
  },
)

it('a page that the system can’t open is reported', async () => {
  const { openRecording } = setUp(PAGE, () => Promise.reject(new Error('no browser')))
  expect(await openRecording('SIPSIP2/kept1')).toBe(false)
})
