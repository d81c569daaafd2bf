import type { App } from 'electron/main'

/**
 * Whether this is the installed program, which trusts less than one that is being developed. `isPackaged` alone only
 * says that the program's file isn't called `electron`, which whoever copies the program can change (Electron's
 * lib/browser/api/app.ts); the archive can't be left out (the fuse `onlyLoadAppFromAsar`).
 */
export const isInstalled = (app: Pick<App, 'isPackaged' | 'getAppPath'>): boolean =>
  app.isPackaged || app.getAppPath().endsWith('.asar')
