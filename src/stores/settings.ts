import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { AccountEntry, Copied, Saved, SettingsView } from '../../core/contract.ts'
import type { CopyTemplate } from '../../core/templates/copy-template.ts'
import { DEFAULT_SETTINGS, type SettingKey, type Settings } from '../../core/settings/settings.ts'
import { rulesByHand } from '../../core/settings/rules-by-hand.ts'
import { newest } from './newest.ts'
import { asFailed, useCompanion } from '../use-companion.ts'

/**
 * The settings as main stores them; the code itself never reaches the window. `view` is null until the first response.
 */
export const useSettingsStore = defineStore('settings', () => {
  const companion = useCompanion()
  const { value: view, ...main } = newest<SettingsView>(
    (accept) => companion.on('settings', accept),
    () => companion.ask('settings:read'),
  )
  const settings = computed(() => view.value?.settings ?? DEFAULT_SETTINGS)
  const underWay = shallowRef<readonly Partial<Settings>[]>([])

  async function change(values: Partial<Settings>): Promise<Saved | null> {
    underWay.value = [...underWay.value, values]
    const saved = await companion.ask('settings:change', values)
    underWay.value = underWay.value.filter((one) => one !== values)
    return saved
  }

  /**
   * The settings with the changes that main hasn't answered yet. A change of a part of a setting starts from these;
   * otherwise it would undo the one before it.
   */
  const latest = computed((): Settings =>
    underWay.value.reduce<Settings>((before, change) => ({ ...before, ...change }), settings.value),
  )

  return {
    view,
    settings,
    latest,
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
    /** The CRM rules with which a page can be opened by hand, in the order they are offered. */
    rulesByHand: computed(() => rulesByHand(settings.value)),
    isLocked: (key: SettingKey): boolean => view.value?.locked.includes(key) ?? false,
    ...main,
    /** Null if main gave no response; likewise for the ones below. */
    change,
    toggle: (key: 'privacy' | 'windowPinned') => change({ [key]: !latest.value[key] }),
    previewTemplate: (template: Pick<CopyTemplate, 'template' | 'format'>) =>
      companion.ask('template:preview', template),
    testAccount: (entry: AccountEntry) => companion.ask('account:test', entry),
    saveAccount: (entry: AccountEntry) => companion.ask('account:save', entry),
    /** Allows the stored code to be sent to these origins, too, after the user has confirmed them. */
    allowCode: (origins: readonly string[]) => companion.ask('account:allow-code', origins),
    /** Null removes it. */
    saveWebhookSecret: (secret: string | null) => companion.ask('webhook:secret', secret),
    /** Global shortcuts are inactive while new ones are recorded. */
    recordKeys: (recording: boolean) => companion.send('keys:record', recording),
    /** The settings show the result of these two. */
    checkUpdates: () => companion.send('updates:check'),
    installUpdate: () => companion.send('updates:install'),
    /** Tries every way of alerting. */
    testAlert: () => companion.ask('alerts:test'),
    readDiagnostics: () => companion.ask('diagnostics:read'),
    copyDiagnostics: (): Promise<Copied> => companion.request('diagnostics:copy').catch(asFailed),
    readAlertSystem: () => companion.ask('alerts:system'),
    openAlertSystem: async () => (await companion.ask('alerts:open-system')) ?? false,
  }
})

/** A person can be found only if all extensions are requested. */
const followsPerson = ({ watch, wideView }: Settings): boolean => watch.kind === 'person' && wideView
