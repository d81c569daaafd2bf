import { describe, expect, it } from 'vitest'
import { loadPolicy } from './load-policy.ts'
import type { FileRights, PolicyParts, ProgramAnswer } from './policy-parts.ts'

interface World {
  readonly platform?: string
  readonly env?: Record<string, string>
  /** Text by path; `null` for one that can't be read. */
  readonly files?: Record<string, string | null>
  /** Outputs by part of the command, the first match; without a match: failed. */
  readonly answers?: readonly (readonly [piece: string, answer: ProgramAnswer])[]
  /** By path; owned by root and writable by nobody else when not given. Null: the system doesn't say. */
  readonly rights?: Record<string, Partial<FileRights> | null>
  readonly isPackaged?: boolean
}

const ROOTS: FileRights = { uid: 0, gid: 0, mode: 0o644 }

function load(world: World) {
  const { platform = 'linux', env = {}, files = {}, answers = [], rights = {}, isPackaged = false } = world
  function readFile(path: string): string {
    const text = files[path]
    if (typeof text === 'string') return text
    throw Object.assign(new Error(path), { code: text === null ? 'EACCES' : 'ENOENT' })
  }
  const parts: PolicyParts = {
    env,
    platform,
    isPackaged,
    userName: 'dana',
    readFile,
    readOwned: (path) => ({ text: readFile(path), rights: { ...ROOTS, ...rights[path] } }),
    folderRights: (path) => (rights[path] === null ? null : { ...ROOTS, ...rights[path] }),
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
  it('is empty where there is no policy', async () => {
    const none = { values: undefined, notices: [], problems: [], locations: [] }
    expect(await load({})).toEqual(none)
    expect(await load({ platform: 'darwin' })).toEqual(none)
    expect(await load({ platform: 'win32', answers: ABSENT })).toEqual(none)
  })

  it('reads the computer’s file, with the byte order mark of Windows’ editors', async () => {
    const path = '/etc/ringside/policy.json'
    expect(await load({ files: { [path]: '\uFEFF{"pollSeconds": 7}' } })).toMatchObject({
      values: { pollSeconds: 7 },
      locations: [path],
    })
  })

  it.each([
    [null, 'refused'],
    ['{', 'not-json'],
    ['[]', 'not-an-object'],
  ] as const)('reports a file of %j as %s, and starts without it', async (text, why) => {
    const location = '/etc/ringside/policy.json'
    expect(await load({ files: { [location]: text } })).toEqual({
      values: undefined,
      notices: [{ kind: 'policy-unreadable', location, why }],
      problems: [],
      locations: [],
    })
  })

  it('reads only the named file, and reports when it is missing', async () => {
    const files = { '/etc/ringside/policy.json': '{"code": "theirs"}', '/own': '{"pollSeconds": 9}' }
    expect((await load({ files, env: { RINGSIDE_POLICY: '/own' } })).values).toEqual({ pollSeconds: 9 })
    expect(await load({ files, env: { RINGSIDE_POLICY: '/gone' } })).toMatchObject({
      values: undefined,
      notices: [{ kind: 'policy-unreadable', location: '/gone', why: 'missing' }],
    })
    expect((await load({ files, env: { RINGSIDE_POLICY: '' } })).values).toEqual({ code: 'theirs' })
  })

  it('prefers the computer’s registry to the user’s, and reports where they disagree; files are ignored on Windows', async () => {
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
      values: { pollSeconds: 5, theme: 'dark' },
      notices: [{ kind: 'policy-conflict', key: 'pollSeconds', by: 'computer', over: 'user' }],
      problems: [],
      locations: [MACHINE, USER],
    })
  })

  it('uses a good value of a weaker policy where the stronger one’s is unusable, and reports that', async () => {
    const policy = await load({
      platform: 'win32',
      answers: [
        [MACHINE, registry(MACHINE, 'pollSeconds    REG_SZ    often')],
        [USER, registry(USER, 'pollSeconds    REG_DWORD    0x9')],
      ],
    })
    expect(policy.values).toEqual({ pollSeconds: 9 })
    expect(policy.problems).toEqual([{ source: 'policy', key: 'pollSeconds', why: 'wrong-type' }])
  })

  it('sends no secret of a stronger policy to an address of a weaker one', async () => {
    const evil = 'https://evil.example/'
    const { values } = await load({
      platform: 'darwin',
      files: {
        '/Library/Managed Preferences/Ringside.Desktop.plist': 'bplist00',
        '/Library/Application Support/Ringside/policy.json': JSON.stringify({
          baseUrl: evil,
          muteUrl: evil,
          webhook: { on: true, url: evil },
          zone: 'UTC',
        }),
      },
      answers: [['Ringside.Desktop', done('{"code":"theirs","webhookSecret":"shared"}')]],
    })
    expect(values).toEqual({ code: 'theirs', webhookSecret: 'shared', zone: 'UTC' })
  })

  it('reports a registry that refuses or doesn’t respond', async () => {
    const here = [MACHINE, USER].map((key) => `${key.slice(0, key.lastIndexOf('\\'))}"`)
    const policy = await load({
      platform: 'win32',
      answers: [
        [USER, { kind: 'no-answer' }],
        [here[0] ?? '', done(`\r\n${MACHINE}\r\n`)],
      ],
    })
    expect(policy).toMatchObject({
      values: undefined,
      notices: [
        { kind: 'policy-unreadable', location: MACHINE, why: 'refused' },
        { kind: 'policy-unreadable', location: USER, why: 'no-answer' },
      ],
    })
  })

  it('looks further up where the parent key is also missing', async () => {
    const policy = await load({
      platform: 'win32',
      answers: [
        ['query HKEY_LOCAL_MACHINE\\Software"', done('HKEY_LOCAL_MACHINE\\Software\\Microsoft\r\n')],
        ['query HKEY_CURRENT_USER\\Software"', done('HKEY_CURRENT_USER\\Software\\Microsoft\r\n')],
      ],
    })
    expect(policy.notices).toEqual([])
  })

  it('runs Windows’ own programs by their full paths', async () => {
    const asked: string[] = []
    await loadPolicy({
      env: { SystemRoot: 'W:\\Win' },
      platform: 'win32',
      isPackaged: true,
      userName: '',
      readFile: () => '{}',
      readOwned: () => ({ text: '{}', rights: ROOTS }),
      folderRights: () => null,
      run(program, args) {
        asked.push([program, ...args].join(' '))
        return Promise.resolve(registry(MACHINE))
      },
    })
    expect(asked[0]).toBe(
      `W:\\Win\\System32\\cmd.exe /d /s /c "W:\\Win\\System32\\chcp.com 65001>nul&W:\\Win\\System32\\reg.exe query ${MACHINE} /s"`,
    )
  })

  it('reads macOS’ managed preferences, those for everyone before the user’s', async () => {
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

  it('reports managed preferences that can’t be read', async () => {
    const location = '/Library/Managed Preferences/Ringside.Desktop.plist'
    const why = async (answer: ProgramAnswer): Promise<unknown> =>
      (await load({ platform: 'darwin', files: { [location]: 'x' }, answers: [['plutil', answer]] })).notices
    expect(await why({ kind: 'no-answer' })).toMatchObject([{ location, why: 'no-answer' }])
    expect(await why({ kind: 'failed' })).toMatchObject([{ location, why: 'not-json' }])
    expect((await load({ platform: 'darwin', files: { [location]: null } })).notices).toMatchObject([
      { location, why: 'refused' },
    ])
  })

  describe('the file of the computer, where others may change it,', () => {
    const location = '/etc/ringside/policy.json'
    const notice = (at: string) => [{ kind: 'policy-unreadable', location: at, why: 'open-to-others' }]

    it.each<[string, string, Partial<FileRights>]>([
      ['anyone may write it', location, { mode: 0o666 }],
      ['its folder is anybody’s to write', '/etc/ringside', { mode: 0o777 }],
      ['it belongs to a user', location, { uid: 1000 }],
      ['its folder is somebody’s own', '/etc/ringside', { uid: 1000 }],
      ['a group may write it', location, { gid: 27, mode: 0o664 }],
    ])('is reported and not used: %s', async (_why, path, rights) => {
      const policy = await load({ files: { [location]: '{"pollSeconds": 7}' }, rights: { [path]: rights } })
      expect(policy).toMatchObject({ values: undefined, notices: notice(location) })
    })

    it('is used where the group that may write it is administrators', async () => {
      const path = '/Library/Application Support/Ringside/policy.json'
      const world = { platform: 'darwin', files: { [path]: '{"pollSeconds": 7}' } }
      const { values } = await load({ ...world, rights: { [path]: { gid: 80, mode: 0o664 } } })
      expect(values).toEqual({ pollSeconds: 7 })
    })

    it('is reported and not used where the system doesn’t say who owns the folder', async () => {
      const policy = await load({
        files: { [location]: '{"pollSeconds": 7}' },
        rights: { '/etc/ringside': null },
      })
      expect(policy).toMatchObject({
        values: undefined,
        notices: [{ kind: 'policy-unreadable', location, why: 'owner-unknown' }],
      })
    })

    it('may be named by RINGSIDE_POLICY without these checks: it only applies to that user', async () => {
      const files = { '/own': '{"pollSeconds": 9}' }
      const { values } = await load({
        files,
        env: { RINGSIDE_POLICY: '/own' },
        rights: { '/own': { uid: 1000 } },
      })
      expect(values).toEqual({ pollSeconds: 9 })
    })
  })

  describe('the installed program, started with RINGSIDE_POLICY,', () => {
    const env = { RINGSIDE_POLICY: '/own' }
    const own = { '/own': '{"pollSeconds": 9}' }
    const ignored = { kind: 'policy-ignored', location: '/own' }

    it('ignores it where the computer has a policy, and reports that', async () => {
      const files = { ...own, '/etc/ringside/policy.json': '{"pollSeconds": 7}' }
      expect(await load({ isPackaged: true, env, files })).toMatchObject({
        values: { pollSeconds: 7 },
        notices: [ignored],
      })
    })

    it.each<[string, World]>([
      ['a file that others may change', { files: own, rights: { '/etc/ringside': { uid: 1000 } } }],
      ['a file that can’t be read', { files: own }],
    ])('ignores it where the computer has %s', async (_what, { files, rights = {} }) => {
      const theirs = { '/etc/ringside/policy.json': Object.keys(rights).length > 0 ? '{}' : null }
      const policy = await load({ isPackaged: true, env, files: { ...files, ...theirs }, rights })
      expect(policy.values).toBeUndefined()
      expect(policy.notices).toContainEqual(ignored)
    })

    it('ignores it where the registry doesn’t respond', async () => {
      const policy = await load({
        platform: 'win32',
        isPackaged: true,
        env,
        files: own,
        answers: [[MACHINE, { kind: 'no-answer' }], ...ABSENT],
      })
      expect(policy.values).toBeUndefined()
      expect(policy.notices).toContainEqual(ignored)
    })

    it('reads only it where the computer has none', async () => {
      expect(await load({ isPackaged: true, env, files: own })).toMatchObject({
        values: { pollSeconds: 9 },
        notices: [],
      })
    })
  })
})
