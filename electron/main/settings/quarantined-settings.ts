import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { attempt } from '../system/attempt.ts'

/** The name that an unreadable settings file gets at `now` (epoch ms). */
export const quarantineName = (now: number): string => `settings-unreadable-${now}.json`

const SET_ASIDE = /^settings-unreadable-(\d+)\.json$/

/** Deletes settings that were quarantined before an instant, epoch ms. Failed deletions are retried another day. */
export function removeQuarantined(folder: string, before: number): void {
  attempt(() => {
    for (const name of readdirSync(folder)) {
      const at = SET_ASIDE.exec(name)?.[1]
      if (at !== undefined && Number(at) < before) rmSync(join(folder, name))
    }
  })
}
