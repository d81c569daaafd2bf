import { describe, expect, it } from 'vitest'
import { loadPolicy } from './load-policy.ts'
import type { PolicyParts, ProgramAnswer } from './policy-parts.ts'

interface World {
  readonly platform?: string
  readonly env?: Record<string, string>
  /** Text by path; `null` for one that can't be read. */
  readonly files?: Record<string, string | null>
  /** Answers by a piece of the command, the first that fits; none fits: failed. */
  readonly answers?: readonly (readonly [piece: string, answer: ProgramAnswer])[]
}

function load({ platform = 'linux', env = {}, files = {}, answers = [] }: World) {
  const parts: PolicyParts = {
    env,
    platform,
    userName: 'dana',
    readFile(path) {
      const text = files[path]
      if (typeof text === 'string') return text
      throw Object.assign(new Error(path), { code: text === null ? 'EACCES' : 'ENOENT' })
    },
    run(program, args) {
      const command = [program, ...args].join(' ')
      return Promise.resolve(answers.find(([piece]) => command.includes(piece))?.[1] ?? { kind: 'failed' })
    },
  }
  return loadPolicy(parts)
}

const done = (output: string): ProgramAnswer => ({ kind: 'done', output })
const MACHINE = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\Ringside'
const USER = 'HKEY_CURRENT_USER\\Software\\Policies\\Ringside'
const registry = (key: string, ...lines: readonly string[]): ProgramAnswer =>
  done(`\r\n${key}\r\n${lines.map((line) => `    ${line}\r\n`).join('')}`)
const ABSENT = [
  [
    'HKEY_LOCAL_MACHINE\\Software\\Policies"',
    done('\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\Microsoft\r\n'),
  ],
  [
    'HKEY_CURRENT_USER\\Software\\Policies"',
    done('\r\nHKEY_CURRENT_USER\\Software\\Policies\\Microsoft\r\n'),
  ],
] as const

describe('loadPolicy', () => {
  it('has none where there is none', async () => {
    const none = { values: undefined, notices: [], problems: [], places: [] }
    expect(await load({})).toEqual(none)
    expect(await load({ platform: 'darwin' })).toEqual(none)
    expect(await load({ platform: 'win32', answers: ABSENT })).toEqual(none)
  })

  it('reads the file of the computer, with the mark that Windows’ editors put first', async () => {
    const path = '/etc/ringside/policy.json'
    expect(await load({ files: { [path]: '\uFEFF{"pollSeconds": 7}' } })).toMatchObject({
      values: { pollSeconds: 7 },
      places: [path],
    })
    expect(
      await load({
        platform: 'win32',
        env: { ProgramData: 'D:\\Data' },
        answers: ABSENT,
        files: { 'D:\\Data\\Ringside\\policy.json': '{"theme": "dark"}' },
      }),
    ).toMatchObject({ values: { theme: 'dark' } })
  })

  it.each([
    [null, 'refused'],
    ['{', 'not-json'],
    ['[]', 'not-an-object'],
  ] as const)('tells of a file of %j as %s, and starts without it', async (text, why) => {
    const place = '/etc/ringside/policy.json'
    expect(await load({ files: { [place]: text } })).toEqual({
      values: undefined,
      notices: [{ kind: 'policy-unreadable', place, why }],
      problems: [],
      places: [],
    })
  })

  it('reads the named file alone, and tells when it is not there', async () => {
    const files = { '/etc/ringside/policy.json': '{"code": "theirs"}', '/own': '{"pollSeconds": 9}' }
    expect((await load({ files, env: { RINGSIDE_POLICY: '/own' } })).values).toEqual({ pollSeconds: 9 })
    expect(await load({ files, env: { RINGSIDE_POLICY: '/gone' } })).toMatchObject({
      values: undefined,
      notices: [{ kind: 'policy-unreadable', place: '/gone', why: 'missing' }],
    })
    expect((await load({ files, env: { RINGSIDE_POLICY: '' } })).values).toEqual({ code: 'theirs' })
  })

  it('takes the registry of the computer over that of the user over the file, and tells where they disagree', async () => {
    const policy = await load({
      platform: 'win32',
      files: {
        'C:\\ProgramData\\Ringside\\policy.json': '{"pollSeconds": 9, "theme": "dark", "privacy": true}',
      },
      answers: [
        [MACHINE, registry(MACHINE, 'pollSeconds    REG_DWORD    0x5')],
        [USER, registry(USER, 'pollSeconds    REG_DWORD    0x7', 'theme    REG_SZ    dark')],
      ],
    })
    expect(policy).toEqual({
      values: { pollSeconds: 5, theme: 'dark', privacy: true },
      notices: [
        { kind: 'policy-conflict', key: 'pollSeconds', by: 'computer', over: 'user' },
        { kind: 'policy-conflict', key: 'pollSeconds', by: 'computer', over: 'file' },
      ],
      problems: [],
      places: [MACHINE, USER, 'C:\\ProgramData\\Ringside\\policy.json'],
    })
  })

  it('takes a good value of a weaker policy where the stronger one’s can’t be used, and tells that', async () => {
    const policy = await load({
      platform: 'win32',
      files: { 'C:\\ProgramData\\Ringside\\policy.json': '{"pollSeconds": 9}' },
      answers: [[MACHINE, registry(MACHINE, 'pollSeconds    REG_SZ    often')], ...ABSENT],
    })
    expect(policy.values).toEqual({ pollSeconds: 9 })
    expect(policy.problems).toEqual([{ source: 'policy', key: 'pollSeconds', why: 'wrong-type' }])
  })

  it('sends no secret of a stronger policy to an address of a weaker one', async () => {
    const { values } = await load({
      platform: 'win32',
      files: {
        'C:\\ProgramData\\Ringside\\policy.json':
          '{"baseUrl": "https://evil.example/", "muteUrl": "https://evil.example/", "webhook": {"on": true, "url": "https://evil.example/"}, "zone": "UTC"}',
      },
      answers: [
        [USER, registry(USER, 'code    REG_SZ    theirs', 'webhookSecret    REG_SZ    shared')],
        ...ABSENT,
      ],
    })
    expect(values).toEqual({ code: 'theirs', webhookSecret: 'shared', zone: 'UTC' })
  })

  it('tells of a registry that refuses or gives no answer, and reads the rest', async () => {
    const here = [MACHINE, USER].map((key) => `${key.slice(0, key.lastIndexOf('\\'))}"`)
    const policy = await load({
      platform: 'win32',
      files: { 'C:\\ProgramData\\Ringside\\policy.json': '{"pollSeconds": 9}' },
      answers: [
        [USER, { kind: 'no-answer' }],
        [here[0] ?? '', done(`\r\n${MACHINE}\r\n`)],
      ],
    })
    expect(policy).toMatchObject({
      values: { pollSeconds: 9 },
      notices: [
        { kind: 'policy-unreadable', place: MACHINE, why: 'refused' },
        { kind: 'policy-unreadable', place: USER, why: 'no-answer' },
      ],
    })
  })

  it('looks further up where the key above is not there either', async () => {
    const policy = await load({
      platform: 'win32',
      answers: [
        ['query HKEY_LOCAL_MACHINE\\Software"', done('HKEY_LOCAL_MACHINE\\Software\\Microsoft\r\n')],
        ['query HKEY_CURRENT_USER\\Software"', done('HKEY_CURRENT_USER\\Software\\Microsoft\r\n')],
      ],
    })
    expect(policy.notices).toEqual([])
  })

  it('asks Windows’ own programs by their whole paths', async () => {
    const asked: string[] = []
    await loadPolicy({
      env: { SystemRoot: 'W:\\Win' },
      platform: 'win32',
      userName: '',
      readFile: () => '{}',
      run(program, args) {
        asked.push([program, ...args].join(' '))
        return Promise.resolve(registry(MACHINE))
      },
    })
    expect(asked[0]).toBe(
      `W:\\Win\\System32\\cmd.exe /d /s /c "W:\\Win\\System32\\chcp.com 65001>nul&W:\\Win\\System32\\reg.exe query ${MACHINE} /s"`,
    )
  })

  it('reads macOS’ managed preferences, for everyone over for the person', async () => {
    const folder = '/Library/Managed Preferences'
    const policy = await load({
      platform: 'darwin',
      files: {
        [`${folder}/Ringside.Desktop.plist`]: 'bplist00',
        [`${folder}/dana/Ringside.Desktop.plist`]: 'bplist00',
      },
      answers: [
        [`${folder}/dana/`, done('{"pollSeconds":9,"privacy":true}')],
        [`${folder}/Ringside`, done('{"pollSeconds":5}')],
      ],
    })
    expect(policy).toMatchObject({
      values: { pollSeconds: 5, privacy: true },
      notices: [{ kind: 'policy-conflict', key: 'pollSeconds', by: 'computer', over: 'user' }],
    })
  })

  it('tells of managed preferences that can’t be read', async () => {
    const place = '/Library/Managed Preferences/Ringside.Desktop.plist'
    const why = async (answer: ProgramAnswer): Promise<unknown> =>
      (await load({ platform: 'darwin', files: { [place]: 'x' }, answers: [['plutil', answer]] })).notices
    expect(await why({ kind: 'no-answer' })).toMatchObject([{ place, why: 'no-answer' }])
    expect(await why({ kind: 'failed' })).toMatchObject([{ place, why: 'not-json' }])
    expect((await load({ platform: 'darwin', files: { [place]: null } })).notices).toMatchObject([
      { place, why: 'refused' },
    ])
  })
})
