import { homedir } from 'node:os'
import type { Desktop } from '../desktop/desktop.ts'
import { simulated } from '../simulated.ts'

type Options = Electron.MessageBoxOptions

/** Electron's `dialog` on the desktop page. A message box waits for a page; an error is also written to stderr. */
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
    /** The chosen folder is one that certainly exists. */
    async showOpenDialog(first: unknown, second?: Electron.OpenDialogOptions) {
      const { title = '' } = second ?? readOptions(first)
      const folder = homedir()
      const canceled = (await ask(title, title, [folder, 'Cancel'])) !== 0
      return { canceled, filePaths: canceled ? [] : [folder] }
    },
    async showMessageBox(first: unknown, second?: Options) {
      const { title = '', message = '', detail = '', buttons = ['OK'] } = second ?? readOptions(first)
      const text = [message, detail].filter((part) => part !== '').join('\n')
      return { response: await ask(title, text, buttons), checkboxChecked: false }
    },
  })
}

function readOptions(value: unknown): Partial<Options> {
  return typeof value === 'object' && value !== null ? value : {}
}
