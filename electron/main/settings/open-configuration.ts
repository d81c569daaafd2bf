import { join } from 'node:path'
import { app, safeStorage } from 'electron/main'
import { wordsFor } from '../../../core/words/words-for.ts'
import { secretFile } from './secret-file.ts'
import { createConfiguration } from './configuration.ts'
import type { Configuration, ConfigurationParts } from './configuration.ts'
import { createLogger } from '../system/log.ts'
import type { ProgramLog } from '../system/log.ts'
import { openLogFile } from '../system/log-file.ts'
import { createRecentWarnings, type RecentWarning } from '../diagnostics/recent-warnings.ts'
import { encryptedFile } from '../system/encrypted-file.ts'
import { openSecrets } from './secrets.ts'
import { settingsFile } from './settings-file.ts'
import { openSettingsStore } from './settings-store.ts'
import { openWebhookSecret } from '../webhook/webhook-secret.ts'

export interface OpenConfigurationParts extends Pick<ConfigurationParts, 'policy' | 'policyProblems'> {
  readonly folder: string
  readonly now: () => number
}

export interface OpenedConfiguration {
  readonly configuration: Configuration
  readonly log: ProgramLog
  /** The log's last warnings. */
  readonly warnings: () => readonly RecentWarning[]
}

/** Settings, code and log of this profile, from its folder and the system's keychain. */
export async function openConfiguration(parts: OpenConfigurationParts): Promise<OpenedConfiguration> {
  const { folder, now } = parts
  const recent = createRecentWarnings(openLogFile(join(folder, 'logs', 'main.log')), now)
  const log = createLogger(recent.write)
  const secrets = await openSecrets({
    safeStorage,
    platform: process.platform,
    log,
    ...secretFile(join(folder, 'code.kept')),
  })
  const webhookSecret = await openWebhookSecret({
    keeping: secrets.keeping,
    sealed: encryptedFile({ safeStorage, ...secretFile(join(folder, 'webhook-secret.kept')) }),
    log,
  })
  const configuration = createConfiguration({
    ...parts,
    store: openSettingsStore(settingsFile(folder, now)),
    secrets,
    webhookSecret,
    version: app.getVersion(),
    words: (language) => wordsFor(language, app.getPreferredSystemLanguages()),
  })
  log.leaveOutSecrets(configuration.codes)
  return { configuration, log, warnings: recent.list }
}
