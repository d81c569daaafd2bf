import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron/main'
import { askSignature, powerShell } from './ask-signature.ts'
import { canSelfUpdate } from './can-self-update.ts'
import { withAppImageRollback } from './appimage-rollback.ts'
import type { MainParts } from '../program/main-parts.ts'
import type { PrivateFiles } from '../program/private-files.ts'
import type { Logger } from '../system/log.ts'
import { createUpdateNote, UPDATE_NOTE } from './update-note.ts'
import { createUpdateSource, type UpdateSource } from './update-source.ts'
import { createUpdates, type Updates } from './updates.ts'

export interface OpenUpdatesParts extends Pick<MainParts, 'configuration' | 'clock' | 'log'> {
  readonly folder: string
  readonly files: PrivateFiles
}

/** The updates of this installation, by electron-updater. */
export function openUpdates({ folder, configuration, files, ...parts }: OpenUpdatesParts): Updates {
  return createUpdates({
    ...parts,
    barred: barredBy(),
    source: () => electronSource(parts.log, files),
    settings: configuration.settings,
    version: app.getVersion(),
    note: createUpdateNote(join(folder, UPDATE_NOTE)),
    minuteOfDay(now) {
      const time = new Date(now)
      return time.getHours() * 60 + time.getMinutes()
    },
  })
}

function barredBy(): 'not-packaged' | 'not-replaceable' | null {
  if (!app.isPackaged) return 'not-packaged'
  const { platform, env } = process
  return canSelfUpdate({ platform, env, exe: app.getPath('exe'), canWrite }) ? null : 'not-replaceable'
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Loaded on first use: half a megabyte that most starts don't need. */
async function electronSource(log: Logger, files: PrivateFiles): Promise<UpdateSource> {
  const [{ default: electronUpdater }, { createSignatureCheck }] = await Promise.all([
    import('electron-updater'),
    import('./signature-check.ts'),
  ])
  const { autoUpdater, NsisUpdater } = electronUpdater
  if (autoUpdater instanceof NsisUpdater)
    autoUpdater.verifyUpdateCodeSignature = createSignatureCheck(askSignature(powerShell(process.env)), log)
  const source = withAppImageRollback(createUpdateSource(autoUpdater, log), process.env['APPIMAGE'] ?? null)
  return { ...source, install: (restart) => files.outside(() => source.install(restart)) }
}
