import { describe, expect, it } from 'vitest'
import { readPhone } from '../phone.ts'
import { createRedactor } from './redactor.ts'
import { storedBody } from './stored-body.ts'
import { tapResponse, type BodyEnd } from './tap-response.ts'

const redactor = () =>
  createRedactor({ random: () => 0.5, readPhone: (received) => readPhone(received, 'IL') })

const callOf = (text: string): unknown => {
  const body = storedBody({ kind: 'read', text }, redactor())
  return body.kind === 'json' ? JSON.parse(body.text) : body
}

describe('a body as it is stored', () => {
  it('is JSON even where a text in it wasn’t escaped', () => {
    expect(callOf('{"callername":"North\tBranch","callstatus":"Ringing"}')).toMatchObject({
      callstatus: 'Ringing',
    })
  })

  it('has names that were HTML-escaped as plain text, and replaced', () => {
    const stored = JSON.stringify(callOf('{"callername":"O&#39;Hara &amp; Levi"}'))
    expect(stored).toMatch(/"\w'\w+ & \w+"/)
    expect(stored).not.toMatch(/Hara|Levi|amp|39/)
  })

  it('is read by the charset of its header', async () => {
    const bytes = Uint8Array.from([...Buffer.from('{"callername":"'), 0xe3, 0xf0, 0xe4, ...Buffer.from('"}')])
    const ends: BodyEnd[] = []
    const headers = { 'content-type': 'application/json; charset=windows-1255' }
    await tapResponse(new Response(bytes, { headers }), (end) => ends.push(end)).arrayBuffer()
    expect(ends).toEqual([{ kind: 'read', text: '{"callername":"דנה"}' }])
  })
})
