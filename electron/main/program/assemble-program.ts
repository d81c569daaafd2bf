import type { Journal } from '../../../core/history/journal.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'
import { createCallLog, type CallLog, type CallLogStore } from '../call-log/call-log.ts'
import { createCompanion } from '../companion/companion.ts'
import type { Companion } from '../companion/companion-types.ts'
import { createIntegrations } from '../crm/integrations.ts'
import type { Integrations, IntegrationsParts } from '../crm/integrations.ts'
import { createCallerNames, type CallerNameParts } from '../callers/caller-names.ts'
import { createPopupScreen, type PopupScreen } from '../popup-screen/popup-screen.ts'
import type { TelephonyAccess } from '../session/telephony-access.ts'
import type { Configuration } from '../settings/configuration.ts'
import type { ExpectedLegs } from '../../../core/dialling/expected-legs.ts'
import { createDialling, type Dialling } from '../dialling/dialling.ts'
import type { MainParts } from './main-parts.ts'
import { createCopying } from '../templates/copying.ts'
import type { Copying } from '../templates/copying.ts'

/** The program without tray, window and notifications, which subscribe to it. */
export interface Program {
  readonly companion: Companion
  readonly integrations: Integrations
  readonly copying: Copying
  readonly dialling: Dialling
  readonly callLog: CallLog
  readonly popupScreen: PopupScreen
  /** Ends its parts, in this order. */
  readonly ends: readonly (() => void)[]
}

export interface ProgramParts
  extends
    Pick<IntegrationsParts, 'openExternal' | 'fetch' | 'random' | 'store'>,
    Pick<MainParts, 'words' | 'clock' | 'log'> {
  readonly configuration: Pick<
    Configuration,
    'settings' | 'account' | 'locked' | 'isDemo' | 'webhookSecret' | 'copyTemplates'
  >
  readonly telephony: Pick<
    TelephonyAccess,
    'limits' | 'watch' | 'mute' | 'dial' | 'hangUp' | 'setStatus' | 'readLog'
  >
  /** Shared with the clients of `telephony`, so that they mark calls placed from here. */
  readonly legs: ExpectedLegs
  readonly journal: () => Journal
  /** Where it is stored until when the call log was read; by default nowhere. */
  readonly callLogStore?: CallLogStore
  /** The agent's own address book; by default it is empty. */
  readonly ownName?: CallerNameParts['ownName']
  /** Puts a text on the clipboard. */
  readonly write: (text: string) => Promise<unknown>
}

/** Nothing is watched until `companion.reconfigure` is called. */
export function assembleProgram(parts: ProgramParts): Program {
  const { configuration, telephony, journal, words, clock, ownName = () => null } = parts
  const names = createCallerNames({ settings: configuration.settings, journal, ownName, now: clock.now })
  const companion = createCompanion({ ...parts, ...names, ownName })
  // Viewers of a shared screen must not see calls.
  const lastCall = (): TemplateCall | null => (configuration.settings().privacy ? null : companion.lastCall())
  const integrations = createIntegrations({ ...parts, ...names, companion, lastCall })
  companion.onEvents(integrations.follow)
  companion.onSettings(integrations.webhook.reconfigure)
  const popupScreen = createPopupScreen({ ...parts, ...names, companion, lastCall })
  companion.onEvents(popupScreen.follow)
  companion.onSettings(popupScreen.reconfigure)
  const dialling = createDialling({ clock, configuration, companion, telephony, legs: parts.legs, journal })
  const callLog = createCallLog({
    ...{ clock, configuration, companion, telephony, journal, store: parts.callLogStore ?? null },
    ...{ random: parts.random, log: parts.log },
  })
  return {
    ...{ companion, integrations, popupScreen, dialling, callLog },
    ends: [dialling.end, callLog.end, popupScreen.end, companion.end, integrations.webhook.end],
    copying: createCopying({ companion, lastCall, configuration, words, now: clock.now, write: parts.write }),
  }
}
