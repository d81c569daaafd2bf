import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron/main'

/**
 * Asks the user for a file, over the focused window; null if they choose none. `title`: its purpose; `kinds`: the name
 * of the offered kinds of file, which have one of these extensions.
 */
export const chooseFile = (title: string, kinds: string, extensions: string[]): Promise<string | null> =>
  choosePath({
    title,
    properties: ['openFile'],
    // A file may have lost its extension.
    filters: [
      { name: kinds, extensions },
      { name: '*', extensions: ['*'] },
    ],
  })

/** Asks the user for a folder, over the focused window; null if they choose none. `title`: its purpose. */
export const chooseFolder = (title: string): Promise<string | null> =>
  choosePath({ title, properties: ['openDirectory', 'createDirectory'] })

async function choosePath(options: OpenDialogOptions): Promise<string | null> {
  const over = BrowserWindow.getFocusedWindow()
  const chosen = await (over === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(over, options))
  return chosen.filePaths[0] ?? null
}
