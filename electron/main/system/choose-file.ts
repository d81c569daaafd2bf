import { BrowserWindow, dialog } from 'electron/main'

/**
 * Asks the user for a file, over the focused window; null if they choose none. `title`: its purpose; `kinds`: the name
 * of the offered kinds of file, which have one of these extensions.
 */
export async function chooseFile(
  title: string,
  kinds: string,
  extensions: readonly string[],
): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title,
    properties: ['openFile'],
    // A file may have lost its extension.
    filters: [
      { name: kinds, extensions: [...extensions] },
      { name: '*', extensions: ['*'] },
    ],
  }
  const over = BrowserWindow.getFocusedWindow()
  const chosen = await (over === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(over, options))
  return chosen.filePaths[0] ?? null
}
