import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { shell } from 'electron/common'
import { app } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import { namedCustomKeys } from '../../../core/crm/named-custom-keys.ts'
import type { Words } from '../../../core/words/words.ts'
import type { Configuration } from '../settings/configuration.ts'
import { createAddressBooks, type AddressBooks } from '../address-book/address-books.ts'
import { createBookFiles, type BookFiles } from '../address-book/book-files.ts'
import { systemLocale } from '../system/system-locale.ts'
import { chooseFile, chooseFolder } from '../system/choose-path.ts'
import { createExportFile } from '../system/export-file.ts'
import { createHistory, type History } from './history.ts'
import { createJournals, type Journals } from './journals.ts'
import type { PrivateFiles } from '../program/private-files.ts'
import type { Logger } from '../system/log.ts'
import { createProblemRecorder, type ProblemRecorder } from '../problem-recording/problem-recorder.ts'

/** Everything stored: the journals, the history view, the address books, and a problem recording. */
export interface Records {
  readonly journals: Journals
  readonly history: History
  readonly problem: ProblemRecorder
  readonly books: AddressBooks
  /** `onChange`: called when an import changed the address book. */
  readonly bookFiles: (onChange: () => void) => BookFiles
  /** Whether a file dialog is open: it has the focus. */
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

  async function askForFile(): Promise<string | null> {
    isAsking = true
    const { bookFile, bookKinds } = words().export
    return chooseFile(bookFile, bookKinds, ['csv', 'txt', 'tsv', 'vcf', 'vcard']).finally(
      () => (isAsking = false),
    )
  }

  async function askForFolder(title: string): Promise<string | null> {
    isAsking = true
    chosen = await chooseFolder(title).finally(() => (isAsking = false))
    return chosen
  }

  const books = createAddressBooks({
    folder,
    clock,
    now: clock.now,
    log: log.warn,
    isDemo: configuration.isDemo,
    region: () => configuration.settings().region,
  })
  const files = {
    ...{ write, downloads, now: clock.now },
    showFile: (file: string) => shell.showItemInFolder(file),
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
    books,
    history: createHistory({
      ...files,
      chooseFolder: () => askForFolder(words().export.folder),
      journal: journals.current,
      book: books.current,
      settings: configuration.settings,
      words,
      region: () => systemLocale(app),
    }),
    bookFiles: (onChange) =>
      createBookFiles({
        book: books.current,
        region: () => configuration.settings().region,
        locale: () => systemLocale(app),
        words,
        isPrivate: () => configuration.settings().privacy,
        chooseFile: askForFile,
        read: readFileUpTo,
        exportFile: createExportFile({
          ...files,
          chooseFolder: () => askForFolder(words().export.bookFolder),
        }),
        breathe: () => new Promise((resume) => setImmediate(resume)),
        onChange,
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

/** The bytes of a file; null if there are more than `most`. */
async function readFileUpTo(file: string, most: number): Promise<Uint8Array | null> {
  const { size } = await stat(file)
  return size > most ? null : readFile(file)
}

function downloads(): string | null {
  try {
    return app.getPath('downloads')
  } catch {
    return null
  }
}
