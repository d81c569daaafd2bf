import { join } from 'node:path'
import { app, safeStorage } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import { createListeners } from '../../../core/listeners.ts'
import { wordsFor } from '../../../core/words/words-for.ts'
import { secretFile } from './secret-file.ts'
import { createConfiguration } from './configuration.ts'
import type { Configuration, ConfigurationParts } from './configuration.ts'
import { createLogger } from '../system/log.ts'
import type { ProgramLog } from '../system/log.ts'
import { openLogFile } from '../system/log-file.ts'
import { createRecentWarnings, type RecentWarning } from '../diagnostics/recent-warnings.ts'
import { openKeychain } from '../system/keychain.ts'
import { createSecrets } from './secrets.ts'
import { settingsFile } from './settings-file.ts'
import { openSettingsStore } from './settings-store.ts'
import { openWebhookSecret } from '../webhook/webhook-secret.ts'

export interface OpenConfigurationParts extends Pick<ConfigurationParts, 'policy' | 'policyProblems'> {
  readonly folder: string
  readonly clock: Clock
}

export interface OpenedConfiguration {
  readonly configuration: Configuration
  readonly log: ProgramLog
  /** The log's last warnings. */
  readonly warnings: () => readonly RecentWarning[]
  /** The keychain has opened a secret, or is waiting for the user. */
  readonly onSecrets: (listener: () => void) => () => void
  readonly end: () => void
}

/**
 * Settings, code and log of this profile, from its folder and the system's keychain. Secrets arrive when the keychain
 * returns them, which may require the user first: nothing waits for that.
 */
export function openConfiguration(parts: OpenConfigurationParts): OpenedConfiguration {
  const { folder, clock } = parts
  const recent = createRecentWarnings(openLogFile(join(folder, 'logs', 'main.log')), clock.now)
  const log = createLogger(recent.write)
  const opened = createListeners<[]>()
  const keychain = openKeychain({ safeStorage, platform: process.platform, clock })
  const secrets = createSecrets({ keychain, clock, log, ...secretFile(join(folder, 'code.kept')) })
  const webhookSecret = openWebhookSecret({
    keychain,
    log,
    ...secretFile(join(folder, 'webhook-secret.kept')),
    onOpened: opened.call,
  })
  secrets.onChange(opened.call)
  const configuration = createConfiguration({
    ...parts,
    store: openSettingsStore(settingsFile(folder, clock.now)),
    secrets,
    webhookSecret,
    version: app.getVersion(),
    words: (language) => wordsFor(language, app.getPreferredSystemLanguages()),
  })
  log.leaveOutSecrets(configuration.codes)
  return {
    configuration,
    log,
    warnings: recent.list,
    onSecrets: opened.add,
    end() {
      secrets.end()
      keychain.end()
    },
  }
}
