import { readFile } from 'node:fs/promises'
import { app, Menu, protocol, session } from 'electron/main'
import { createWindowServer, WINDOW_SCHEME } from './app-protocol.ts'

/** Serves the window's page from `root`, and removes what it doesn't need: permissions, menu, dock. */
export function serveWindow(root: string): void {
  const read = async (path: string) => new Uint8Array(await readFile(path))
  protocol.handle(WINDOW_SCHEME, createWindowServer(root, read))
  refusePermissions()
  app.dock?.hide()
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
}

/** The window needs no camera, no location, nothing: every permission request is refused. */
function refusePermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
}
