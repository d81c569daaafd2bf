import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a settings file that can't be read is called from `now` on, epoch ms. */
export const setAsideName = (now: number): string => `settings-unreadable-${now}.json`

const SET_ASIDE = /^settings-unreadable-(\d+)\.json$/

/** Deletes settings that were set aside before an instant, epoch ms. What can't be deleted now is tried again another day. */
export function removeSetAside(folder: string, before: number): void {
  try {
    for (const name of readdirSync(folder)) {
      const at = SET_ASIDE.exec(name)?.[1]
      if (at !== undefined && Number(at) < before) rmSync(join(folder, name))
    }
  } catch {
    // A disk that refuses.
  }
}
