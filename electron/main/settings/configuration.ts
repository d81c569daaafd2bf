import type { AccountEntry, CodeState, Notice, Saved, SettingsView } from '../../../core/contract.ts'
import { policyCode, policyWebhookSecret, resolveSettings } from '../../../core/settings/resolve-settings.ts'
import { defaultCopyTemplates } from '../../../core/templates/default-copy-templates.ts'
import type { CopyTemplate } from '../../../core/templates/copy-template.ts'
import { chosenLanguage } from '../../../core/words/languages.ts'
import type { Words } from '../../../core/words/words.ts'
import { isWatchMasked } from '../../../core/settings/is-watch-masked.ts'
import type { SettingProblem } from '../../../core/settings/setting-problem.ts'
import { SETTING_KEYS, type Settings } from '../../../core/settings/settings.ts'
import { accountOf } from '../session/account.ts'
import type { Account } from '../session/account.ts'
import type { DemoAccount } from '../demo/demo-centre.ts'
import type { Secrets } from './secrets.ts'
import type { SettingsStore } from './settings-store.ts'
import type { WebhookSecret } from '../webhook/webhook-secret.ts'

/** What holds now: policy over the person's own over defaults, and the demo's account over all while it runs. */
export interface Configuration {
  settings(): Settings
  /** The account to watch; null while it is not complete. */
  account(): Account | null
  /** The person's own account with a candidate code and extension, for a test; null without any code. */
  candidate(entry: AccountEntry): Account | null
  /** The keychain asks its person for something, and the code waits for that. */
  keychainWaits(): boolean
  isDemo(): boolean
  layDemo(demo: DemoAccount | null): void
  change(change: Partial<Settings>): Saved
  saveAccount(entry: AccountEntry): Promise<Saved>
  /** What the webhook's deliveries are signed with; null while there is none. */
  webhookSecret(): string | null
  /** Null takes it away. */
  saveWebhookSecret(secret: string | null): Promise<Saved>
  view(): ConfigurationView
  /** The copy templates in force, the default one first: those set, else those that come along. */
  copyTemplates(): readonly CopyTemplate[]
  /** Codes and secrets known now, for the log to leave out. */
  codes(): readonly string[]
}

/** What the window's settings show of the configuration itself. */
export interface ConfigurationView extends Omit<
  SettingsView,
  'revision' | 'keys' | 'webhook' | 'pageTroubles' | 'updates'
> {
  readonly webhookSecret: SettingsView['webhook']['secret']
}

export interface ConfigurationParts {
  readonly policy: unknown
  /** Of values that are in none of it, for another policy’s are used. */
  readonly policyProblems?: readonly SettingProblem[]
  readonly store: SettingsStore
  readonly secrets: Omit<Secrets, 'onChange' | 'end'>
  readonly webhookSecret: WebhookSecret
  readonly version: string
  /** Of the set language. */
  readonly words: (language: Settings['language']) => Words
}

export function createConfiguration(parts: ConfigurationParts): Configuration {
  const { policy, store, secrets, version } = parts
  const setCode = policyCode(policy)
  const setSecret = policyWebhookSecret(policy)
  let resolved = resolveSettings(policy, store.values())
  let demo: DemoAccount | null = null

  const settings = (): Settings => ({ ...resolved.settings, ...demo?.settings })
  const ownCode = (): string | null => setCode ?? secrets.code(resolved.settings.baseUrl)

  /** Nobody calls the demo: there is nothing to mask. */
  const isMasked = (): boolean => demo === null && isWatchMasked(resolved.settings, resolved.locked)

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
    const kept = code === null ? 'saved' : await secrets.save(resolved.settings.baseUrl, code)
    if (kept !== 'saved') return notSaved(kept, 'code')
    return extension === resolved.settings.extension ? { kind: 'saved' } : change({ extension })
  }

  const webhookSecret = (): string | null => setSecret ?? parts.webhookSecret.value()

  async function saveWebhookSecret(secret: string | null): Promise<Saved> {
    if (setSecret !== null) return notSaved('locked', 'webhookSecret')
    const kept = await parts.webhookSecret.save(secret)
    return kept === 'saved' ? { kind: kept } : notSaved(kept, 'webhookSecret')
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
    const aside: Notice[] =
      store.quarantineFile === null ? [] : [{ kind: 'settings-set-aside', file: store.quarantineFile }]
    const unreadable: Notice[] =
      secrets.isUnreadable() && codeState() === 'none' ? [{ kind: 'code-unreadable' }] : []
    const waits: Notice[] = keychainWaits() ? [{ kind: 'keychain-waits' }] : []
    const masked: Notice[] = isMasked() ? [{ kind: 'numbers-masked' }] : []
    return [...aside, ...unreadable, ...waits, ...masked]
  }

  return {
    settings,
    account: () => accountOf(settings(), demo?.code ?? ownCode(), isMasked()),
    candidate: ({ code, extension }) =>
      accountOf({ ...resolved.settings, extension }, code ?? ownCode(), isMasked()),
    keychainWaits,
    isDemo: () => demo !== null,
    layDemo(next) {
      demo = next
    },
    change,
    saveAccount,
    webhookSecret,
    saveWebhookSecret,
    view: () => ({
      settings: settings(),
      language: chosenLanguage('system', [words().locale]),
      locked: resolved.locked,
      problems: [...(parts.policyProblems ?? []), ...resolved.problems],
      code: codeState(),
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

type NotSaved = Extract<Saved, { kind: 'not-saved' }>

const notSaved = (why: NotSaved['why'], key: NotSaved['key']): Saved => ({ kind: 'not-saved', why, key })
