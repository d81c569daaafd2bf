import type { AccountEntry, CodeState, Notice, Saved, SettingsView } from '../../../core/contract.ts'
import { policySecret, resolveSettings } from '../../../core/settings/resolve-settings.ts'
import {
  codeDestinations,
  codeOrigins,
  originOf,
  type CodeDestination,
} from '../../../core/settings/code-addresses.ts'
import { defaultCopyTemplates } from '../../../core/templates/default-copy-templates.ts'
import type { CopyTemplate } from '../../../core/templates/copy-template.ts'
import { chosenLanguage } from '../../../core/words/languages.ts'
import type { Words } from '../../../core/words/words.ts'
import { isOwnByPolicy, isWatchMasked } from '../../../core/settings/is-watch-masked.ts'
import type { SettingProblem } from '../../../core/settings/setting-problem.ts'
import { SETTING_KEYS, type SettingKey, type Settings } from '../../../core/settings/settings.ts'
import { accountOf } from '../session/account.ts'
import type { Account } from '../session/account.ts'
import type { DemoAccount } from '../demo/demo-centre.ts'
import type { Secrets } from './secrets.ts'
import type { SettingsStore } from './settings-store.ts'
import type { WebhookSecret } from '../webhook/webhook-secret.ts'

/**
 * The configuration in force: policies override the user's settings, and those the defaults. While the demo runs, its
 * account overrides everything.
 */
export interface Configuration {
  settings(): Settings
  /** The settings that the policy sets. */
  locked(): readonly SettingKey[]
  /** The account to watch; null while incomplete. */
  account(): Account | null
  /** The user's own account with a candidate code and extension, for a test; null without any code. */
  candidate(entry: AccountEntry): Account | null
  /** The keychain asks the user for something, and the code waits for that. */
  keychainWaits(): boolean
  isDemo(): boolean
  layDemo(demo: DemoAccount | null): void
  change(change: Partial<Settings>): Saved
  saveAccount(entry: AccountEntry): Promise<Saved>
  /**
   * The user confirmed that the stored code may be sent to these origins, too; origins that weren't offered are
   * ignored.
   */
  allowCode(origins: readonly unknown[]): Promise<Saved>
  /** The key that signs the webhook's deliveries; null if there is none. */
  webhookSecret(): string | null
  /** Null removes it. */
  saveWebhookSecret(secret: string | null): Promise<Saved>
  view(): ConfigurationView
  /** The copy templates in force, the default one first: the user's, else the default templates. */
  copyTemplates(): readonly CopyTemplate[]
  /** Codes and secrets known now, for the log to mask. */
  codes(): readonly string[]
}

/** What the window's settings show about the configuration itself. */
export interface ConfigurationView extends Omit<
  SettingsView,
  'revision' | 'keys' | 'webhook' | 'popupScreen' | 'pageTroubles' | 'updates'
> {
  readonly webhookSecret: SettingsView['webhook']['secret']
}

export interface ConfigurationParts {
  readonly policy: unknown
  /** Problems with the policy's values. A policy value without one overrides the user's. */
  readonly policyProblems?: readonly SettingProblem[]
  readonly store: SettingsStore
  readonly secrets: Omit<Secrets, 'onChange' | 'end'>
  readonly webhookSecret: WebhookSecret
  readonly version: string
  /** The words of the configured language. */
  readonly words: (language: Settings['language']) => Words
}

export function createConfiguration(parts: ConfigurationParts): Configuration {
  const { policy, store, secrets, version } = parts
  const setCode = policySecret('code', policy)
  const setSecret = policySecret('webhookSecret', policy)
  let resolved = resolveSettings(policy, store.values())
  let demo: DemoAccount | null = null

  const settings = (): Settings => ({ ...resolved.settings, ...demo?.settings })
  /**
   * The user's own code for an address; null if it may not be sent there. A policy's code is only for the policy's
   * addresses.
   */
  const codeFor = (url: string): string | null => setCode ?? secrets.code(url)
  const ownCode = (): string | null => codeFor(resolved.settings.baseUrl)

  /** The demo has no real callers: nothing to mask. */
  const isMasked = (): boolean => demo === null && isWatchMasked(resolved.settings, resolved.locked)

  const whose = () => ({
    masked: isMasked(),
    isOwnByPolicy: demo !== null || isOwnByPolicy(resolved.settings, resolved.locked),
  })

  function codeState(): CodeState {
    return setCode === null ? secrets.state(resolved.settings.baseUrl) : 'policy'
  }

  function change(values: Partial<Settings>): Saved {
    const locked = resolved.locked.find((key) => key in values && values[key] !== resolved.settings[key])
    if (locked !== undefined) return notSaved('locked', locked)
    if (!store.change(values)) return notSaved('disk', SETTING_KEYS.find((key) => key in values) ?? null)
    resolved = resolveSettings(policy, store.values())
    return { kind: 'saved' }
  }

  async function saveAccount({ code, extension }: AccountEntry): Promise<Saved> {
    if (resolved.locked.includes('extension') && extension !== resolved.settings.extension)
      return notSaved('locked', 'extension')
    if (code !== null && setCode !== null) return notSaved('locked', 'code')
    if (code === null && ownCode() === null) return notSaved('invalid', 'code')
    const stored = code === null ? 'saved' : await secrets.save(codeOrigins(resolved.settings), code)
    if (stored !== 'saved') return notSaved(stored, 'code')
    return extension === resolved.settings.extension ? { kind: 'saved' } : change({ extension })
  }

  function destinations(): readonly CodeDestination[] {
    const isThere = ownCode() !== null
    return codeDestinations(resolved.settings, isThere ? (origin) => codeFor(origin) !== null : null)
  }

  async function allowCode(origins: readonly unknown[]): Promise<Saved> {
    const offered = destinations().filter(({ allowed }) => allowed === 'confirm')
    const confirmed = offered.map(({ origin }) => origin).filter((origin) => origins.includes(origin))
    if (confirmed.length === 0) return notSaved('invalid', 'code')
    const stored = await secrets.allow(confirmed)
    return stored === 'saved' ? { kind: stored } : notSaved(stored, 'code')
  }

  const webhookSecret = (): string | null => setSecret ?? parts.webhookSecret.value()

  async function saveWebhookSecret(secret: string | null): Promise<Saved> {
    if (setSecret !== null) return notSaved('locked', 'webhookSecret')
    const stored = await parts.webhookSecret.save(secret)
    return stored === 'saved' ? { kind: stored } : notSaved(stored, 'webhookSecret')
  }

  const words = (): Words => parts.words(settings().language)

  function copyTemplates(): readonly CopyTemplate[] {
    const set = settings().copyTemplates
    return set.length > 0 ? set : defaultCopyTemplates(words())
  }

  function outcomeLabels(): readonly string[] {
    const set = settings().outcomeLabels
    return set.length > 0 ? set : words().outcomes.labels
  }

  const keychainWaits = (): boolean => secrets.isLate() && setCode === null

  function notices(): readonly Notice[] {
    const quarantined: Notice[] =
      store.quarantineFile === null ? [] : [{ kind: 'settings-set-aside', file: store.quarantineFile }]
    const unreadable: Notice[] =
      secrets.isUnreadable() && codeState() === 'none' ? [{ kind: 'code-unreadable' }] : []
    const waits: Notice[] = keychainWaits() ? [{ kind: 'keychain-waits' }] : []
    const masked: Notice[] = isMasked() ? [{ kind: 'numbers-masked' }] : []
    return [...quarantined, ...unreadable, ...waits, ...masked]
  }

  return {
    settings,
    locked: () => resolved.locked,
    account: () =>
      accountOf(settings(), demo === null ? codeFor : onlyAt(demo.settings.baseUrl, demo.code), whose()),
    candidate: ({ code, extension }) =>
      accountOf(
        { ...resolved.settings, extension },
        code === null ? codeFor : onlyAt(resolved.settings.baseUrl, code),
        whose(),
      ),
    keychainWaits,
    isDemo: () => demo !== null,
    layDemo(next) {
      demo = next
    },
    change,
    saveAccount,
    allowCode,
    webhookSecret,
    saveWebhookSecret,
    view: () => ({
      settings: settings(),
      language: chosenLanguage('system', [words().locale]),
      locked: resolved.locked,
      problems: [...(parts.policyProblems ?? []), ...resolved.problems],
      code: codeState(),
      codeDestinations: destinations(),
      secretKeeping: secrets.keeping(),
      notices: notices(),
      version,
      copyTemplates: copyTemplates(),
      outcomeLabels: outcomeLabels(),
      webhookSecret: setSecret === null ? parts.webhookSecret.state() : 'policy',
    }),
    copyTemplates,
    codes: () => [setCode, ownCode(), demo?.code ?? null, webhookSecret()].filter((code) => code !== null),
  }
}

/**
 * A code for the origin of one address only: that of the simulated call centre, or a code that is only being tested.
 */
const onlyAt =
  (address: string, code: string) =>
  (url: string): string | null =>
    originOf(url) === originOf(address) ? code : null

type NotSaved = Extract<Saved, { kind: 'not-saved' }>

const notSaved = (why: NotSaved['why'], key: NotSaved['key']): Saved => ({ kind: 'not-saved', why, key })
