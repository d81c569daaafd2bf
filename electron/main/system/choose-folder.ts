import { BrowserWindow, dialog } from 'electron/main'

/** Asks the person for a folder, over the window that has the focus; null when they choose none. `title`: what for. */
export async function chooseFolder(title: string): Promise<string | null> {
  const options: Electron.OpenDialogOptions = { title, properties: ['openDirectory', 'createDirectory'] }
  const over = BrowserWindow.getFocusedWindow()
  const chosen = await (over === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(over, options))
  return chosen.filePaths[0] ?? null
}
