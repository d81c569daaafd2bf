import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type {
  AccountEntry,
  AccountTest,
  AlertSystem,
  Copied,
  Saved,
  SettingsView,
  TemplatePreview,
} from '../../core/contract.ts'
import type { RungOutcomes } from '../../core/domain.ts'
import type { CopyTemplate } from '../../core/templates/copy-template.ts'
import { DEFAULT_SETTINGS, type SettingKey, type Settings } from '../../core/settings/settings.ts'
import { useCompanion } from '../use-companion.ts'

/**
 * The settings as main stores them; the code itself never reaches the window. `view` is null until the first response.
 */
export const useSettingsStore = defineStore('settings', () => {
  const companion = useCompanion()
  const view = shallowRef<SettingsView | null>(null)
  const settings = computed(() => view.value?.settings ?? DEFAULT_SETTINGS)
  const underWay = shallowRef<readonly Partial<Settings>[]>([])

  function accept(next: SettingsView): void {
    if (view.value === null || next.revision >= view.value.revision) view.value = next
  }

  /** Reads the settings again. If main does not respond, nothing changes on screen. */
  async function read(): Promise<void> {
    const answer = await companion.request('settings:read').catch(() => null)
    if (answer !== null) accept(answer)
  }

  async function change(values: Partial<Settings>): Promise<Saved | null> {
    underWay.value = [...underWay.value, values]
    const saved = await companion.request('settings:change', values).catch(() => null)
    underWay.value = underWay.value.filter((one) => one !== values)
    return saved
  }

  /** Subscribes first, then reads. Returns a function that unsubscribes. */
  function start(): () => void {
    const stop = companion.on('settings', accept)
    void read()
    return stop
  }

  return {
    view,
    settings,
    /**
     * The settings with the changes that main hasn't answered yet. A change of a part of a setting starts from these;
     * otherwise it would undo the one before it.
     */
    latest: computed((): Settings =>
      underWay.value.reduce<Settings>((before, change) => ({ ...before, ...change }), settings.value),
    ),
    /**
     * True while something needed for watching is missing: a code for the set address, and an extension or a person.
     */
    needsAccount: computed(
      () =>
        view.value !== null &&
        (view.value.code === 'none' ||
          view.value.code === 'other-address' ||
          (settings.value.extension === '' && !followsPerson(settings.value))),
    ),
    /** What the stored code waits for, if anything: a keychain that is opening, or that asks the user first. */
    keychain: computed((): 'open' | 'opening' | 'asks' => {
      if (view.value?.code !== 'waiting') return 'open'
      return view.value.notices.some(({ kind }) => kind === 'keychain-waits') ? 'asks' : 'opening'
    }),
    isLocked: (key: SettingKey): boolean => view.value?.locked.includes(key) ?? false,
    start,
    read,
    /** Null if main gave no response; likewise for the ones below. */
    change,
    previewTemplate: (template: Pick<CopyTemplate, 'template' | 'format'>): Promise<TemplatePreview | null> =>
      companion.request('template:preview', template).catch(() => null),
    testAccount: (entry: AccountEntry): Promise<AccountTest | null> =>
      companion.request('account:test', entry).catch(() => null),
    saveAccount: (entry: AccountEntry): Promise<Saved | null> =>
      companion.request('account:save', entry).catch(() => null),
    /** Allows the stored code to be sent to these origins, too, after the user has confirmed them. */
    allowCode: (origins: readonly string[]): Promise<Saved | null> =>
      companion.request('account:allow-code', origins).catch(() => null),
    /** Null removes it. */
    saveWebhookSecret: (secret: string | null): Promise<Saved | null> =>
      companion.request('webhook:secret', secret).catch(() => null),
    /** Global shortcuts are inactive while new ones are recorded. */
    recordKeys: (recording: boolean): Promise<void> =>
      companion.request('keys:record', recording).catch(() => undefined),
    /** The settings show the result of these two. */
    checkUpdates: (): Promise<void> => companion.request('updates:check').catch(() => undefined),
    installUpdate: (): Promise<void> => companion.request('updates:install').catch(() => undefined),
    /** Tries every way of alerting; null if main gave no response. */
    testAlert: (): Promise<RungOutcomes | null> => companion.request('alerts:test').catch(() => null),
    /** Null if main gave no response. */
    readDiagnostics: (): Promise<string | null> => companion.request('diagnostics:read').catch(() => null),
    copyDiagnostics: (): Promise<Copied> =>
      companion.request('diagnostics:copy').catch(() => ({ kind: 'failed' })),
    readAlertSystem: (): Promise<AlertSystem | null> => companion.request('alerts:system').catch(() => null),
    openAlertSystem: (): Promise<boolean> => companion.request('alerts:open-system').catch(() => false),
  }
})

/** A person can be found only if all extensions are requested. */
const followsPerson = ({ watch, wideView }: Settings): boolean => watch.kind === 'person' && wideView
