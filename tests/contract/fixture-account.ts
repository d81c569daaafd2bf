import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { listenHere } from '../../scripts/server/listen-here.ts'
import type { Account } from './account.ts'

const CODE = 'fixture-code'

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/api/${name}.json`, import.meta.url), 'utf8')

/** The documented responses, byte for byte, for every request with the right code; errors as documented. */
export async function openFixtureAccount(): Promise<Account> {
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (bytes) => (text += String(bytes)))
    request.on('end', () => {
      response.setHeader('content-type', 'application/json')
      response.end(answer(request.url ?? '', JSON.parse(text) as Record<string, unknown>))
    })
  })
  const base = `http://127.0.0.1:${await listenHere(server)}/comet/API`
  return {
    baseUrl: base,
    muteUrl: `${base}/MuteUnmuteCalls`,
    dialUrl: `${base}/click2call.aspx`,
    code: CODE,
    extension: 'SIPSIP2',
    ivrid: '2020101201cc7b38df',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function answer(url: string, parameters: Record<string, unknown>): string {
  const { code, queue, ivrid, extension } = parameters
  if (url.endsWith('/MuteUnmuteCalls')) {
    const known = ivrid === '2020101201cc7b38df' || extension === 'SIPSIP2'
    return known ? fixture('mute') : '{"ErrorCode":"404","Message":"UniqueIvrID not found","ActionID":""}'
  }
  if (url.endsWith('/click2call.aspx')) return dialAnswer(parameters)
  if (code !== CODE) return '{"ERR":1,"DESC":"Authorization failed."}'
  if (url.endsWith('/GetExtensionsCalls')) return fixture('extensions')
  const known = queue === undefined || queue === '12345678' || queue === '87654321'
  return known ? fixture('queues') : '{"ERR":2,"DESC":"Queue is not found in this account"}'
}

/** In the vendor's spelling. */
function dialAnswer({ code, phone, target, action, format }: Record<string, unknown>): string {
  const known = code === CODE && phone === 'SIPSIP2' && (action === 'terminate' || target !== undefined)
  if (!known) return '{"ERRORCODE":1,"ERRORMESSAGE":"Wrong parameters","CALLID":""}'
  return format === 'json'
    ? '{"ERRORCODE":0,"ERRORMESSAGE":"OK","CALLID":"2020101201cc7b3900"}'
    : '<?xml version="1.0"?><RESPONSE><ERRORCODE>0</ERRORCODE><CALLID>2020101201cc7b3900</CALLID></RESPONSE>'
}
