import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Desktop } from '../desktop/desktop.ts'
import { simulated } from '../simulated.ts'

const MAX_FILES = 30 // each is a button

/** Electron's `dialog` on the desktop page, for which it waits; an error is also written to stderr. */
export function createDialog(desktop: Desktop, writeError: (text: string) => void) {
  let lastId = 0

  function ask(title: string, message: string, buttons: readonly string[]): Promise<number> {
    const id = ++lastId
    const { promise, resolve } = Promise.withResolvers<number>()
    const stop = desktop.subscribe((from) => {
      if (from.type !== 'dialog' || from.id !== id) return
      stop()
      desktop.dialogs.delete(id)
      desktop.changed()
      resolve(from.button)
    })
    desktop.dialogs.set(id, { id, title, message, buttons })
    desktop.changed()
    return promise
  }

  return simulated('dialog', {
    showErrorBox(title: string, content: string) {
      writeError(`${title}: ${content}\n`)
      void ask(title, content, ['OK'])
    },
    /** The folder that can be chosen is one that certainly exists, the files are those in it of the first kind. */
    async showOpenDialog(first: unknown, second?: Electron.OpenDialogOptions) {
      const { title = '', properties = [], filters = [] } = second ?? readOptions(first)
      const folder = homedir()
      const choices = properties.includes('openFile')
        ? filesIn(folder, filters[0]?.extensions ?? [])
        : [folder]
      const chosen = choices[await ask(title, title, [...choices, 'Cancel'])]
      return { canceled: chosen === undefined, filePaths: chosen === undefined ? [] : [chosen] }
    },
  })
}

const filesIn = (folder: string, extensions: readonly string[]): readonly string[] =>
  readdirSync(folder)
    .filter((name) => extensions.some((extension) => name.endsWith(`.${extension}`)))
    .slice(0, MAX_FILES)
    .map((name) => join(folder, name))

function readOptions(value: unknown): Electron.OpenDialogOptions {
  return typeof value === 'object' && value !== null ? value : {}
}
