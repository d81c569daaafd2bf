import { BrowserWindow, dialog } from 'electron/main'

/** Asks the user for a folder, over the focused window; null if they choose none. `title`: its purpose. */
export async function chooseFolder(title: string): Promise<string | null> {
  const options: Electron.OpenDialogOptions = { title, properties: ['openDirectory', 'createDirectory'] }
  const over = BrowserWindow.getFocusedWindow()
  const chosen = await (over === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(over, options))
  return chosen.filePaths[0] ?? null
}
