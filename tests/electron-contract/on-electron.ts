import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openDesk } from './desk.ts'
import { readVerdicts } from './read-verdicts.ts'
import type { Verdict } from './verdict.ts'

/** The verdicts of the app in `app` on Electron itself, whose executable is given. Nobody is there to arrange or see anything. */
export async function verdictsOnElectron(executable: string, app: string): Promise<readonly Verdict[]> {
  const profile = await mkdtemp(join(tmpdir(), 'ringside-contract-'))
  const desk = await openDesk({
    arrange: (what) => Promise.resolve(what === 'start'),
    see: () => Promise.resolve(null),
  })
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(executable, [...root, app, `--user-data-dir=${profile}`], {
    env: { ...process.env, RINGSIDE_CONTRACT_DESK: desk.origin },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [lines, errors]: [string[], string[]] = [[], []]
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line))
  try {
    await new Promise((resolve, reject) => {
      child.once('close', resolve)
      child.once('error', reject)
    })
    return readVerdicts(lines, errors)
  } finally {
    await desk.close()
    await rm(profile, { recursive: true, force: true })
  }
}
