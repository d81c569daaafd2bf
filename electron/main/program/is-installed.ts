import type { App } from 'electron/main'

/**
 * Whether this is the installed program, which trusts less than one under development. `isPackaged` alone only
 * shows that the executable isn't called `electron`, which anyone who copies the program can change (Electron's
 * lib/browser/api/app.ts); the archive can't be left out (the fuse `onlyLoadAppFromAsar`).
 */
export const isInstalled = (app: Pick<App, 'isPackaged' | 'getAppPath'>): boolean =>
  app.isPackaged || app.getAppPath().endsWith('.asar')
