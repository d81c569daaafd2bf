import { createExpectedLegs } from '../../../core/dialling/expected-legs.ts'
import { describe, expect, it } from 'vitest'
import { openJournal } from '../../../core/history/open-journal.ts'
import { inMemory } from '../../../core/history/testing/in-memory.ts'
import { trayView } from '../../../core/alerts/tray-view.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { en } from '../../../core/words/en.ts'
import { createHistory } from '../history/history.ts'
import { assembleProgram } from '../program/assemble-program.ts'
import { createConfiguration } from '../settings/configuration.ts'
import { createTelephonyAccess } from './telephony-access.ts'

const NUMBER = '0529876543'
const START = Date.UTC(2026, 10, 22, 12)

/** Dana's extension, with a ringing call. Every field of the caller and phone system contains the number. */
const answer = (phase: string) => ({
  ERR: 0,
  DESC: 'OK',
  EXTENSIONS: [
    {
      name: 'Dana',
      representative: 'Dana',
      username: 'DANA',
      userID: 7,
      onlineUserID: 7,
      onlineUserStatus: 1,
      calls: [
        {
          ivrid: 'call-1',
          callStarted: START / 1000,
          callAnswered: phase === 'Talking' ? START / 1000 + 5 : 0,
          answered: phase === 'Talking' ? 1 : 0,
          callername: `Noa ${NUMBER}`,
          callerphone: NUMBER,
          callstatus: phase,
          direction: 'Incoming',
          did: '039001234',
          customdata: { phone: `+972${NUMBER.slice(1)}` },
          recording: { Filename: `call-1-aws-DANA-972${NUMBER.slice(1)}.mp3`, IsMuted: 0 },
        },
      ],
    },
  ],
})

const ORGANISATION = {
  code: 'c0de',
  maskTeamNumbers: true,
  wideView: true,
  queues: [],
  crmSchemes: ['zoiper'],
  crmRules: [
    {
      name: 'card',
      on: 'ringing',
      url: 'https://crm.example/{phone}/{name}/{customdata.phone}',
      hosts: ['crm.example'],
    },
    { name: 'dial', on: 'by-hand', url: 'zoiper:{phone|digits}' },
  ],
  webhook: { on: true, url: 'https://hooks.example/calls' },
  webhookSecret: 'signs',
}

/** Everything that one ring at Dana's extension leaves anywhere, with one agent's settings under a policy. */
async function everythingThatComesOut(policy: object, user: Partial<Settings>) {
  const clock = virtualClock(START)
  const out: unknown[] = []
  const note = (what: unknown): void => void out.push(structuredClone(what))
  let phase = 'Ringing'
  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = String(input instanceof Request ? input.url : input)
    if (url.includes('hooks.example')) note(init?.body)
    return Promise.resolve(Response.json(answer(phase)))
  }
  const { journal } = openJournal({ ...inMemory, now: clock.now, log: () => undefined })
  const configuration = createConfiguration({
    policy: { ...ORGANISATION, ...policy },
    store: { values: () => user, change: () => true, quarantineFile: null },
    secrets: {
      code: () => null,
      state: () => 'none',
      keeping: () => 'protected',
      isUnreadable: () => false,
      isLate: () => false,
      save: () => Promise.resolve('saved'),
      allow: () => Promise.resolve('saved'),
    },
    webhookSecret: { value: () => null, state: () => 'none', save: () => Promise.resolve('saved') },
    version: '0',
    words: () => en,
  })
  const log = { info: note, warn: note }
  const parts = { configuration, fetch, clock, random: () => 0.5, log }
  const legs = createExpectedLegs(clock.after)
  const problem = { fetch, endingWith: <T>(one: T): T => one }
  const { companion, copying, integrations, ends } = assembleProgram({
    ...parts,
    legs,
    telephony: createTelephonyAccess({ ...parts, actFetch: parts.fetch, legs, problem }),
    journal: () => journal,
    openExternal: (url) => Promise.resolve(note(url)),
    words: () => en,
    write: (text) => Promise.resolve(note(text)),
  })
  companion.onState(note)
  companion.onAlert(note)
  companion.onTray(note)
  companion.onTeam(note)
  companion.reconfigure()
  companion.look({ queues: false, team: true })
  await clock.advance(15_000)
  const key = 'DANA/call-1'
  for (const what of ['number', 'name', 'card'] as const) await copying.copy(key, what)
  const template = '{phone} {phone|e164} {name} {customdata.phone}'
  note(copying.previewTemplate({ template, format: 'text' }))
  await copying.copyTeam('DANA', 'caller')
  await integrations.pages.open(key, 'dial')
  note(integrations.pages.dryRun(ORGANISATION.crmRules))
  note(companion.team())
  const settings = configuration.settings()
  note(trayView({ ...companion.state(), settings, words: en, notes: [] }))
  phase = 'Talking'
  await clock.advance(15_000)
  note(journal.history({ filter: 'all', limit: 10 }))
  const history = createHistory({
    journal: () => journal,
    settings: configuration.settings,
    words: () => en,
    now: clock.now,
    downloads: () => '',
    chooseFolder: () => Promise.resolve(null),
    showFile: () => undefined,
    write: (_, chunks) => Promise.resolve(note([...chunks].join(''))),
  })
  await history.export('csv')
  await history.export('json')
  const call = companion.state().watch.calls[0] ?? null
  for (const end of ends) end()
  return {
    text: JSON.stringify(out).replaceAll(/[\s().\-+]|%20|%2B/g, ''),
    call,
    found: journal.history({ filter: 'all', text: NUMBER, limit: 10 }).calls.length,
    notices: configuration.view().notices,
  }
}

const dana = { extension: 'DANA' }
const person = { watch: { kind: 'person', userId: 7 } } as const

describe('a policy that masks the team’s numbers', () => {
  it.each([
    ['the extension of a colleague, entered by hand', {}, dana],
    ['the person, followed by hand', {}, person],
    ['the person, although the policy names an extension', { extension: 'MINE' }, { ...dana, ...person }],
    [
      'an extension by hand, although the policy names a person who is not followed',
      { ...person, wideView: false },
      dana,
    ],
  ])('masks %s', async (_, policy, user) => {
    const { text, call, found, notices } = await everythingThatComesOut(policy, user)
    expect(call).toMatchObject({
      phone: { kind: 'withheld', received: '•••543' },
      name: 'Noa •••',
      customData: {},
    })
    expect(text).toContain('•••543')
    expect(text).not.toContain(NUMBER.slice(1))
    // Nor can a masked number be guessed by searching for it.
    expect(found).toBe(0)
    expect(notices).toEqual([{ kind: 'numbers-masked' }])
  })

  it.each([
    ['the agent’s extension', dana, {}],
    ['the agent, wherever they sit', { ...person, extension: 'MINE' }, {}],
  ])('does not mask the calls of %s, named by the policy', async (_, policy, user) => {
    const { text, found, notices } = await everythingThatComesOut(policy, user)
    expect(text).toContain(NUMBER.slice(1))
    expect(found).toBe(1)
    expect(notices).toEqual([])
  })

  it('is the user’s own choice without a policy: it masks only the team', async () => {
    const { text } = await everythingThatComesOut(
      { maskTeamNumbers: undefined },
      { ...dana, maskTeamNumbers: true },
    )
    expect(text).toContain(NUMBER.slice(1))
  })
})
