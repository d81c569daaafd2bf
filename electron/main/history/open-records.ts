import { chmod, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { shell } from 'electron/common'
import { app } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import { namedCustomKeys } from '../../../core/crm/named-custom-keys.ts'
import type { Words } from '../../../core/words/words.ts'
import type { Configuration } from '../settings/configuration.ts'
import { chooseFolder } from '../system/choose-folder.ts'
import { createHistory } from './history.ts'
import type { History } from './history.ts'
import { createJournals } from './journals.ts'
import type { Journals } from './journals.ts'
import type { PrivateFiles } from '../program/private-files.ts'
import type { Logger } from '../system/log.ts'
import { createProblemRecorder } from '../problem-recording/problem-recorder.ts'
import type { ProblemRecorder } from '../problem-recording/problem-recorder.ts'

/** Everything stored about past events: the journals, the history view, and a problem recording. */
export interface Records {
  readonly journals: Journals
  readonly history: History
  readonly problem: ProblemRecorder
  /** Whether a folder dialog is open: it has the focus. */
  readonly isAsking: () => boolean
}

export interface OpenRecordsParts {
  /** Folder of the journals. Exports go to the downloads folder. */
  readonly folder: string
  readonly configuration: Pick<Configuration, 'settings' | 'isDemo' | 'copyTemplates'>
  readonly fetch: typeof globalThis.fetch
  readonly files: PrivateFiles
  readonly words: () => Words
  readonly clock: Clock
  readonly log: Logger
}

export function openRecords(parts: OpenRecordsParts): Records {
  const { folder, configuration, words, clock, log } = parts
  let isAsking = false
  let chosen: string | null = null

  /** In a folder that the user chose, with their own umask: they may share it. */
  async function write(file: string, text: string | Iterable<string>): Promise<void> {
    await writeFile(file, text, { flag: 'wx' })
    const mode = 0o666 & ~parts.files.usualUmask
    if (dirname(file) === chosen) await chmod(file, mode).catch(() => undefined) // a file system without permissions
  }

  async function askForFolder(): Promise<string | null> {
    isAsking = true
    chosen = await chooseFolder(words().export.folder).finally(() => (isAsking = false))
    return chosen
  }

  const journals = createJournals({
    folder,
    now: clock.now,
    log: log.warn,
    isDemo: configuration.isDemo,
    retentionDays: () => configuration.settings().historyDays,
    customKeys: () => namedCustomKeys(configuration.copyTemplates(), configuration.settings().crmRules),
  })
  return {
    journals,
    history: createHistory({
      write,
      downloads,
      chooseFolder: askForFolder,
      showFile: (file) => shell.showItemInFolder(file),
      journal: journals.current,
      settings: configuration.settings,
      words,
      region: () => app.getSystemLocale(),
      now: clock.now,
    }),
    problem: createProblemRecorder({
      write,
      pathFor: (name) => join(app.getPath('downloads'), name),
      fetch: parts.fetch,
      clock,
      random: Math.random,
      version: app.getVersion(),
    }),
    isAsking: () => isAsking,
  }
}

function downloads(): string | null {
  try {
    return app.getPath('downloads')
  } catch {
    return null
  }
}
