import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
import type { Logger } from '../system/log.ts'
import { createProblemRecorder } from '../problem-recording/problem-recorder.ts'
import type { ProblemRecorder } from '../problem-recording/problem-recorder.ts'

/** What is kept of what happened: the journals, the history in words, and a problem that is recorded. */
export interface Records {
  readonly journals: Journals
  readonly history: History
  readonly problem: ProblemRecorder
  /** Whether a person is being asked for a folder: the focus is in that dialog. */
  readonly isAsking: () => boolean
}

export interface OpenRecordsParts {
  /** Where the journals are. What a person takes along goes to the downloads. */
  readonly folder: string
  readonly configuration: Pick<Configuration, 'settings' | 'isDemo' | 'copyTemplates'>
  readonly fetch: typeof globalThis.fetch
  readonly words: () => Words
  readonly clock: Clock
  readonly log: Logger
}

export function openRecords(parts: OpenRecordsParts): Records {
  const { folder, configuration, words, clock, log } = parts
  const write = (file: string, text: string | Iterable<string>): Promise<void> =>
    writeFile(file, text, { flag: 'wx' })
  let isAsking = false

  async function askForFolder(): Promise<string | null> {
    isAsking = true
    return chooseFolder(words().export.folder).finally(() => (isAsking = false))
  }

  const journals = createJournals({
    folder,
    now: clock.now,
    log: log.warn,
    isDemo: configuration.isDemo,
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
      place: (name) => join(app.getPath('downloads'), name),
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
