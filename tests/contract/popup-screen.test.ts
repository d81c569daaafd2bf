import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { journalFile, openCentre, received, runProgram, until, type OpenCentre } from './named-callers.ts'

/** The program and the simulated organisation's endpoint, over HTTP, with a real history file. */

const PHONE = '0501234567'
const extension = 'SIPSIP2'
const dana = { name: 'Dana Levi', company: 'Brightwater' }
let centre: OpenCentre
let file = journalFile()
const ends: (() => void)[] = []

beforeEach(async () => {
  centre = await openCentre()
  file = journalFile()
})
afterEach(async () => {
  for (const end of ends.splice(0)) end()
  await centre.close()
  file.remove()
})

async function run(settings: Parameters<typeof runProgram>[2] = {}) {
  const program = await runProgram(centre, file.path, settings)
  ends.push(program.end)
  return program
}
const know = (entry: object = {}) => centre.sim('popup-screen/caller', { phone: PHONE, ...dana, ...entry })
const behave = (kind: string, more: object = {}) => centre.sim('popup-screen/behaviour', { kind, ...more })
const ring = async (more: object = {}): Promise<string> => {
  const { ivrid } = (await centre.sim('call', { extension, phone: PHONE, ...more })) as { ivrid: string }
  return ivrid
}
const statuses = async (): Promise<unknown[]> =>
  (await received(centre)).map(({ fields }) => fields['status'])

it('names the caller in place: the alert has the number, the card then the name', async () => {
  await know({ url: `https://crm.example/c/17` })
  const program = await run({ popupScreenHosts: ['crm.example'] })
  const ivrid = await ring()
  await program.poll()
  expect(program.alerts).toMatchObject([{ do: 'show', notification: { title: 'Ringing: 050-123-4567' } }])
  expect(program.caller()).toMatchObject({ source: 'api' })
  await until(() => program.popupScreen.view().done === 1)
  expect(program.caller()).toEqual({ ...dana, source: 'crm', matches: 1, hasPage: true })
  expect(program.tray()?.tooltip).toContain('Dana Levi')
  expect(program.alerts).toHaveLength(1)
  expect(program.companion.templateCall(`${extension}/${ivrid}`)).toMatchObject({
    client: 'Dana Levi',
    company: 'Brightwater',
  })
  expect(await program.popupScreen.open(`${extension}/${ivrid}`)).toEqual({ kind: 'opened' })
  expect(program.opened).toEqual(['https://crm.example/c/17'])
})

it('has the name in the next alert of the same caller, and asks again', async () => {
  await know()
  const program = await run()
  const ivrid = await ring()
  await program.poll(1)
  await centre.sim('hangup', { ivrid })
  await program.poll(2)
  await ring()
  await program.poll(3)
  const titles = program.alerts.flatMap((one) => (one.do === 'show' ? [one.notification.title] : []))
  expect(titles.at(-1)).toContain('Dana Levi')
  expect(await statuses()).toEqual(['Ringing', 'Hangup', 'Ringing'])
})

it('opens the page that it named for the caller’s last call, while the next one has no response yet', async () => {
  await know({ url: 'https://crm.example/c/17' })
  const program = await run({ popupScreenHosts: ['crm.example'] })
  const ivrid = await ring()
  await program.poll(1)
  await centre.sim('hangup', { ivrid })
  await program.poll(2)
  await behave('down')
  const next = await ring()
  await program.poll(3)
  expect(program.caller()).toMatchObject({ hasPage: true })
  expect(await program.popupScreen.open(`${extension}/${next}`)).toEqual({ kind: 'opened' })
  // Its note may still be written in the popup, which shows the page.
  await centre.sim('hangup', { ivrid: next })
  await program.poll(4)
  expect(await program.popupScreen.open(`${extension}/${next}`)).toEqual({ kind: 'opened' })
})

it('names a missed call in the list as in its alert, though its own response never came', async () => {
  await know()
  const program = await run()
  const ivrid = await ring()
  await program.poll(1)
  await centre.sim('hangup', { ivrid })
  await program.poll(2)
  await behave('down')
  const next = await ring()
  await program.poll(3)
  await centre.sim('hangup', { ivrid: next })
  await program.poll(4)
  const alert = program.alerts.at(-1)
  expect(alert?.do === 'show' ? alert.notification.title : '').toMatch(/^Missed call: .?Dana Levi/)
  expect(program.companion.state().missed).toMatchObject([{ caller: dana }, { caller: dana }])
})

describe('the three requests', () => {
  it('are the extension’s, field by field', async () => {
    const program = await run()
    const ivrid = await ring({ name: 'Noa', did: '039001234', customdata: { ticket: '17' } })
    await program.poll(1)
    await centre.sim('answer', { ivrid })
    await program.poll(2)
    await centre.sim('mute', { ivrid })
    await until(() => program.companion.state().watch.calls[0]?.recording.state === 'muted')
    await centre.sim('hangup', { ivrid })
    await program.poll(3)
    const all = await received(centre)
    expect(all.map(({ method, contentType, origin }) => ({ method, contentType, origin }))).toEqual(
      Array.from({ length: 3 }, () => ({ method: 'POST', contentType: 'application/json', origin: null })),
    )
    const time = expect.any(Number) as number
    const same = {
      ...{ phone: '972501234567', callerName: 'Noa', ivrid, extenUser: extension, did: '039001234' },
      ...{ direction: 'Incoming', callStarted: time, customdata: { ticket: '17' } },
    }
    const current = {
      ...{ callStarted: time, callername: 'Noa', callerphone: PHONE, customdata: { ticket: '17' } },
      ...{ direction: 'Incoming', ivrid, did: '039001234', originalCallerID: PHONE, isInternal: false },
    }
    const file = expect.stringContaining(ivrid) as string
    const [ringing, talking, hangup] = all.map(({ fields }) => fields)
    expect(ringing).toEqual({
      ...same,
      ...{ status: 'Ringing', recordFile: expect.any(String) as string, isMuted: false },
      ...{ isAnswered: false, callAnswered: 0 },
      currentCall: {
        ...current,
        ...{ callAnswered: 0, answered: 0, callstatus: 'Ringing' },
        recording: { Filename: expect.any(String) as string, IsMuted: 0 },
      },
    })
    const answered = { isAnswered: true, callAnswered: time, recordFile: file }
    const currentAnswered = (IsMuted: number) => ({
      ...{ ...current, callAnswered: time, answered: 1, callstatus: 'Talking' },
      recording: { Filename: file, IsMuted },
    })
    expect(talking).toEqual({
      ...{ ...same, ...answered, status: 'Talking', isMuted: false, currentCall: currentAnswered(0) },
    })
    expect(hangup).toEqual({
      ...{
        ...same,
        ...answered,
        status: 'Hangup',
        cause: '',
        isMuted: true,
        currentCall: currentAnswered(1),
      },
    })
  })

  it('are sent once each, also after a restart in the middle of the call; the name is still there', async () => {
    await know()
    const first = await run()
    const ivrid = await ring()
    await first.poll(1)
    await centre.sim('answer', { ivrid })
    await first.poll(2)
    ends.splice(0).forEach((end) => end())
    const second = await run()
    await second.poll()
    expect(second.caller()).toMatchObject(dana)
    await centre.sim('hangup', { ivrid })
    await second.poll(1)
    expect(await statuses()).toEqual(['Ringing', 'Talking', 'Hangup'])
  })

  it('stay on this computer while calls are simulated', async () => {
    const program = await run({ isDemo: true, popupScreenUrl: 'https://crm.example/popup' })
    await ring()
    await program.poll()
    expect(program.popupScreen.view().sent).toBe(0)
    expect(await program.popupScreen.tryNow()).toEqual({ kind: 'demo' })
  })

  it('are sent in privacy mode too, and nothing of the response is shown', async () => {
    await know()
    const program = await run({ privacy: true })
    await ring()
    await program.poll(1)
    expect(program.caller()).toBeNull()
    expect(JSON.stringify(program.tray())).not.toContain('Dana')
    program.change({ privacy: false })
    expect(program.caller()).toMatchObject(dana)
  })
})

describe('a response', () => {
  it('of ringing that comes after the one of talking is no longer used', async () => {
    await know()
    await behave('number-name', { delayMs: 0, status: 'Talking' })
    await behave('slow', { delayMs: 400, status: 'Ringing' })
    const program = await run()
    const ivrid = await ring()
    await program.poll()
    await centre.sim('answer', { ivrid })
    await know({ name: 'Somebody Else', total: 2 })
    await program.poll(2)
    expect(program.caller()).toMatchObject({ source: 'api', matches: 2 })
  })

  it('that comes after the call changes only its history', async () => {
    await know()
    await behave('slow', { delayMs: 300, status: 'Ringing' })
    const program = await run()
    const ivrid = await ring()
    await program.poll()
    await centre.sim('hangup', { ivrid })
    await behave('only-ok', { status: 'Hangup' })
    await program.poll(2)
    expect(program.caller()).toBeNull()
    expect(program.history()).toMatchObject([{ crm: { ...dana, matches: 1 } }])
    expect(program.companion.state().missed).toMatchObject([{ caller: dana }])
  })

  it('is forgotten with its caller', async () => {
    await know()
    const program = await run()
    const ivrid = await ring()
    await program.poll(1)
    await centre.sim('hangup', { ivrid })
    await program.poll(2)
    const [call] = program.history()
    if (call === undefined) throw new Error('no call')
    program.journal.forgetCaller(call.phone)
    await behave('down')
    await ring()
    await program.poll(3)
    expect(program.caller()).toMatchObject({ source: 'api', matches: null })
  })

  it('is not used for the next call if that is turned off', async () => {
    await know()
    const program = await run({ popupScreenMinutes: 0 })
    const ivrid = await ring()
    await program.poll(1)
    await centre.sim('hangup', { ivrid })
    await program.poll(2)
    await behave('down')
    await ring()
    await program.poll(3)
    expect(program.caller()).toMatchObject({ source: 'api', matches: null })
  })
})

describe('a bad endpoint', () => {
  it.each([
    ['down', { kind: 'unreachable', why: 'connection-lost' }],
    ['401', { kind: 'refused', why: 'code' }],
    ['500', { kind: 'faulty', status: 500, err: null }],
    ['not-ok', { kind: 'not-ok', status: 'ERROR: no such customer' }],
    ['login-page', { kind: 'malformed', why: 'web-page' }],
    ['half-body', { kind: 'malformed', why: 'cut-short' }],
    ['not-json', { kind: 'malformed', why: 'not-json' }],
    ['redirect', { kind: 'malformed', why: 'redirect' }],
    ['huge', { kind: 'malformed', why: 'too-large' }],
    ['markup', { kind: 'partly', problems: [{ what: 'markup' }] }],
    ['number-name', { kind: 'partly', problems: [{ what: 'no-name' }] }],
    ['script-page', { kind: 'partly', problems: [{ what: 'page', why: 'script' }] }],
    ['foreign-page', { kind: 'partly', problems: [{ what: 'page', why: 'host-not-listed' }] }],
    ['lower-case', null],
    ['text-total', null],
    ['only-ok', null],
    ['long-name', null],
  ])('%s: says what is wrong, in the alert nothing changes', async (kind, trouble) => {
    await know()
    await behave(kind)
    const program = await run()
    await ring()
    await program.poll(1)
    expect(program.popupScreen.view().last?.trouble).toEqual(trouble)
    expect(program.alerts).toMatchObject([{ do: 'show', notification: { title: 'Ringing: 050-123-4567' } }])
    expect(program.caller()?.hasPage ?? false).toBe(false)
    expect(program.logged.join('\n')).not.toMatch(/Dana|0501234567|972501234567/)
  })
})

it('can be tried by hand, without any trace', async () => {
  await know()
  const program = await run()
  expect(await program.popupScreen.tryNow()).toMatchObject({ kind: 'done', sample: true })
  const ivrid = await ring()
  await program.poll(1)
  await centre.sim('hangup', { ivrid })
  await program.poll(2)
  const { sent } = program.popupScreen.view()
  expect(await program.popupScreen.tryNow()).toMatchObject({
    kind: 'done',
    sample: false,
    outcome: { kind: 'read', caller: dana },
  })
  expect(program.popupScreen.view().sent).toBe(sent)
  program.change({ popupScreenUrl: '' })
  expect(await program.popupScreen.tryNow()).toEqual({ kind: 'off' })
})
