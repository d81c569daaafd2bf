import { setTimeout as pause } from 'node:timers/promises'
import { extractAll } from '@electron/asar'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { startBrowserHost } from '../../browser-host/start.ts'
import type { Packed } from './pack.ts'

const WITHIN_MS = 60_000 // the demo rings within ten seconds, but the machine may be busy
const LOOK_EACH_MS = 100

/**
 * Runs the packed archive in the browser host, with the simulated call centre, until it reports a ring. Returns that
 * line; rejects if none comes. `folder`: an empty folder to work in.
 */
export async function seeItRing(packed: Pick<Packed, 'asar' | 'resources'>, folder: string): Promise<string> {
  const app = join(folder, 'app')
  extractAll(packed.asar, app)
  // The host simulates an Electron that runs from a folder, where the icons are next to the program.
  cpSync(join(packed.resources, 'resources'), join(app, 'resources'), { recursive: true })
  const host = await startBrowserHost({ app, profile: join(folder, 'profile'), argv: ['--demo'] })
  try {
    for (const end = Date.now() + WITHIN_MS; Date.now() < end; await pause(LOOK_EACH_MS)) {
      const ringing = host.lines.find((line) => /ringing/i.test(line))
      if (ringing !== undefined) return ringing
    }
    throw new Error(`Nothing rang within ${WITHIN_MS} ms.\n${[...host.lines, ...host.errors].join('\n')}`)
  } finally {
    await host.stop()
  }
}
