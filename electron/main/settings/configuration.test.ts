import { describe, expect, it } from 'vitest'
import type { Settings } from '../../../core/settings/settings.ts'
import { en } from '../../../core/words/en.ts'
import { createConfiguration, type ConfigurationParts } from './configuration.ts'
import { demoAccount } from '../demo/demo-centre.ts'
import type { SecretSaved } from '../system/stored-secret.ts'
import type { WebhookSecret } from '../webhook/webhook-secret.ts'

function setUp({
  policy,
  user = {},
  code = null,
  saving = 'saved',
  disk = true,
  late = false,
}: {
  policy?: unknown
  user?: Record<string, unknown>
  code?: { origins: readonly string[]; code: string } | null
  saving?: SecretSaved
  disk?: boolean
  late?: boolean
} = {}) {
  let known = code
  const stored = { ...user }
  const origin = (url: string) => new URL(url).origin
  const isFor = (url: string) => known?.origins.includes(origin(url)) ?? false
  const secrets: ConfigurationParts['secrets'] = {
    keeping: () => 'protected',
    isUnreadable: () => false,
    isLate: () => late,
    code: (url) => (isFor(url) ? (known?.code ?? null) : null),
    state: (url) => (known === null ? 'none' : isFor(url) ? 'stored' : 'other-address'),
    save: (origins, next) => {
      if (saving === 'saved') known = { origins, code: next }
      return Promise.resolve(saving)
    },
    allow: (origins) => {
      if (saving === 'saved' && known !== null) known = { ...known, origins: [...known.origins, ...origins] }
      return Promise.resolve(saving)
    },
  }
  let secret: string | null = null
  const webhookSecret: WebhookSecret = {
    value: () => secret,
    state: () => (secret === null ? 'none' : 'stored'),
    save(next) {
      if (saving === 'saved') secret = next
      return Promise.resolve(saving)
    },
  }
  const store = {
    quarantineFile: null,
    values: () => stored,
    change: (values: Partial<Settings>) => {
      if (disk) Object.assign(stored, values)
      return disk
    },
  }
  return {
    configuration: createConfiguration({
      policy,
      store,
      secrets,
      webhookSecret,
      version: '1.2.3',
      words: () => en,
    }),
    stored,
  }
}

const HOST = 'https://monapisec.voicenter.co.il'
const mine = { code: { origins: [HOST], code: 'mine' }, user: { extension: 'SIPSIP2' } }

describe('configuration', () => {
  it('has no account until there is a code and an extension', async () => {
    const { configuration } = setUp()
    expect(configuration.account()).toBeNull()
    expect(await configuration.saveAccount({ code: 'c', extension: 'SIPSIP2' })).toEqual({ kind: 'saved' })
    expect(configuration.account()).toMatchObject({ code: 'c', extension: 'SIPSIP2', pollSeconds: 5 })
  })

  it('says that it is waiting for the keychain, unless the organisation provides the code', () => {
    const waits = { kind: 'keychain-waits' }
    expect(setUp({ late: true }).configuration.view().notices).toEqual([waits])
    expect(setUp({ late: true, policy: { code: 'x' } }).configuration.view().notices).toEqual([])
    expect(setUp().configuration.view().notices).toEqual([])
  })

  it('never puts the code into the settings or the view', async () => {
    const { configuration, stored } = setUp()
    await configuration.saveAccount({ code: 's3cret', extension: 'SIPSIP2' })
    expect(JSON.stringify([stored, configuration.view()])).not.toContain('s3cret')
    expect(configuration.codes()).toEqual(['s3cret'])
  })

  it('does not send the code to another address', () => {
    const { configuration } = setUp(mine)
    expect(configuration.change({ baseUrl: 'https://other.example/comet/API' })).toEqual({ kind: 'saved' })
    expect([configuration.account(), configuration.view().code]).toEqual([null, 'other-address'])
    expect(configuration.candidate({ code: null, extension: 'SIPSIP2' })).toBeNull()
  })

  it('changes nothing that the organisation has set', async () => {
    const { configuration } = setUp({
      ...mine,
      policy: { extension: 'SIPSIP7', pollSeconds: 9, code: 'theirs' },
    })
    expect(configuration.account()).toMatchObject({ extension: 'SIPSIP7', code: 'theirs' })
    expect(configuration.change({ pollSeconds: 5 })).toEqual({
      kind: 'not-saved',
      why: 'locked',
      key: 'pollSeconds',
    })
    expect(configuration.change({ baseUrl: 'https://evil.example' })).toMatchObject({
      why: 'locked',
      key: 'baseUrl',
    })
    expect(await configuration.saveAccount({ code: null, extension: 'SIPSIP2' })).toMatchObject({
      key: 'extension',
    })
    expect(await configuration.saveAccount({ code: 'x', extension: 'SIPSIP7' })).toMatchObject({
      why: 'locked',
      key: 'code',
    })
    expect(await configuration.saveAccount({ code: null, extension: 'SIPSIP7' })).toEqual({ kind: 'saved' })
    expect(configuration.view()).toMatchObject({
      code: 'policy',
      locked: ['extension', 'pollSeconds', 'baseUrl', 'muteUrl', 'dialUrl', 'statusUrl', 'callLogUrl'],
    })
  })

  it('reports why an account was not saved', async () => {
    const entry = { code: 'c', extension: 'SIPSIP2' }
    expect(await setUp().configuration.saveAccount({ ...entry, code: null })).toMatchObject({
      why: 'invalid',
      key: 'code',
    })
    expect(await setUp({ saving: 'no-keychain' }).configuration.saveAccount(entry)).toMatchObject({
      why: 'no-keychain',
    })
    expect(await setUp({ saving: 'disk' }).configuration.saveAccount(entry)).toMatchObject({
      why: 'disk',
      key: 'code',
    })
    expect(await setUp({ disk: false }).configuration.saveAccount(entry)).toMatchObject({
      why: 'disk',
      key: 'extension',
    })
    expect(setUp({ disk: false }).configuration.change({ theme: 'dark' })).toMatchObject({
      why: 'disk',
      key: 'theme',
    })
  })

  it('omits the webhook’s secret from settings and view, and masks it in the log', async () => {
    const { configuration, stored } = setUp(mine)
    expect(configuration.view().webhookSecret).toBe('none')
    expect(await configuration.saveWebhookSecret('shared s3cret')).toEqual({ kind: 'saved' })
    expect(JSON.stringify([stored, configuration.view()])).not.toContain('s3cret')
    expect([configuration.view().webhookSecret, configuration.webhookSecret()]).toEqual([
      'stored',
      'shared s3cret',
    ])
    expect(configuration.codes()).toEqual(['mine', 'shared s3cret'])
    await configuration.saveWebhookSecret(null)
    expect(configuration.view().webhookSecret).toBe('none')
    expect(await setUp({ saving: 'disk' }).configuration.saveWebhookSecret('x')).toMatchObject({
      why: 'disk',
      key: 'webhookSecret',
    })
  })

  it('signs with the organisation’s secret only for the organisation’s address', async () => {
    const webhook = { on: true, url: 'https://mine.example/' }
    const { configuration } = setUp({ user: { webhook }, policy: { webhookSecret: 'theirs' } })
    expect(configuration.settings().webhook.on).toBe(false)
    expect([configuration.webhookSecret(), configuration.view().webhookSecret]).toEqual(['theirs', 'policy'])
    expect(configuration.view().locked).toEqual(['webhook'])
    expect(await configuration.saveWebhookSecret('mine')).toMatchObject({
      why: 'locked',
      key: 'webhookSecret',
    })
    expect(JSON.stringify(configuration.view())).not.toContain('theirs')
  })

  it('applies the demo account and removes it again without a trace', () => {
    const { configuration, stored } = setUp(mine)
    configuration.layDemo(demoAccount('d', 4711))
    expect(configuration.account()).toMatchObject({
      code: 'd',
      baseUrl: 'http://127.0.0.1:4711/comet/API',
      pollSeconds: 1,
    })
    expect(configuration.candidate({ code: null, extension: 'X' })).toMatchObject({
      code: 'mine',
      baseUrl: `${HOST}/comet/API`,
    })
    expect(configuration.codes()).toEqual(['mine', 'd'])
    configuration.layDemo(null)
    expect(configuration.account()).toMatchObject({ code: 'mine', extension: 'SIPSIP2', pollSeconds: 5 })
    expect(stored).toEqual(mine.user)
  })
})

describe('where the code may be sent', () => {
  const CALLS = 'https://monapisec.voicenter.co.il'
  const STATUS = 'https://api.voicenter.com'
  const old = { origins: [CALLS], code: 'old' }
  const user = { extension: 'SIPSIP2' }
  const allowed = ({ configuration }: ReturnType<typeof setUp>) =>
    configuration.view().codeDestinations.map((one) => one.allowed)

  it('a code stored for one origin isn’t sent to a new one until that is confirmed', async () => {
    const was = setUp({ code: old, user })
    expect([allowed(was), was.configuration.account()?.statusUrl]).toEqual([['yes', 'confirm'], null])
    const saved = { kind: 'saved' }
    expect(await was.configuration.allowCode([STATUS, 'https://evil.example'])).toEqual(saved)
    expect(allowed(was)).toEqual(['yes', 'yes'])
    expect(was.configuration.account()).toMatchObject({
      code: 'old',
      statusUrl: `${STATUS}/UserLogin/SetStatusFromAPI`,
    })
  })

  it('a confirmation applies only to what was shown: not to another origin, or to one that isn’t the vendor’s', async () => {
    const statusUrl = 'https://evil.example/status'
    const dialUrl = 'https://evil.example/dial'
    const callLogUrl = 'https://evil.example/cdr'
    const moved = setUp({ code: old, user: { ...user, dialUrl, statusUrl, callLogUrl } })
    expect(allowed(moved)).toEqual(['yes', 'enter-again'])
    const refused = { kind: 'not-saved', why: 'invalid', key: 'code' }
    for (const origins of [[STATUS], ['https://evil.example'], [7, null, {}], []])
      expect(await moved.configuration.allowCode(origins)).toEqual(refused)
    expect(moved.configuration.account()).toMatchObject({
      ...{ dialUrl: null, statusUrl: null, callLogUrl: null },
    })
  })

  it('a code that is entered may be sent to the whole set at that time, and not to addresses changed later', async () => {
    const fresh = setUp({ user })
    expect(allowed(fresh)).toEqual(['none', 'none'])
    await fresh.configuration.saveAccount({ code: 'new', extension: 'SIPSIP2' })
    expect(allowed(fresh)).toEqual(['yes', 'yes'])
    fresh.configuration.change({ statusUrl: 'https://evil.example/status' })
    expect(fresh.configuration.account()).toMatchObject({ code: 'new', statusUrl: null })
  })

  it('a policy’s code locks every address of the set, and the user’s own code is ignored', () => {
    const mine = { ...user, statusUrl: 'https://evil.example/status' }
    const { configuration } = setUp({ policy: { code: 'theirs' }, user: mine })
    expect(configuration.view().locked).toEqual(
      expect.arrayContaining(['baseUrl', 'muteUrl', 'dialUrl', 'statusUrl', 'callLogUrl']),
    )
    expect(configuration.account()?.statusUrl).toBe(`${STATUS}/UserLogin/SetStatusFromAPI`)
    expect(configuration.change({ statusUrl: mine.statusUrl })).toMatchObject({ why: 'locked' })
  })

  it('a code that is only being tested is sent only to the address for calls', () => {
    const { configuration } = setUp({ user })
    const trial = configuration.candidate({ code: 'try', extension: 'SIPSIP2' })
    expect(trial).toMatchObject({ code: 'try', dialUrl: null, statusUrl: null, callLogUrl: null })
  })
})
