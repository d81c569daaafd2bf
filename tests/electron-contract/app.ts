/** A small Electron app that tests each belief in turn, and prints one line for each. */
import * as electron from 'electron/main'
import { setTimeout as pause } from 'node:timers/promises'
import { ownSystem, systemNamed } from '../../browser-host/simulated-system.ts'
import { Unarranged, type Belief, type Stage } from './belief.ts'
import { BELIEFS } from './beliefs/beliefs.ts'
import { type Verdict, verdictLine } from './verdict.ts'

const LIMIT_MS = 10_000
const SOON_MS = 2_000
const system = systemNamed(process.env['RINGSIDE_CONTRACT_AS'] ?? '') ?? ownSystem(process.platform)
const desk = process.env['RINGSIDE_CONTRACT_DESK'] ?? ''

const askDesk = async (does: 'arrange' | 'see', what: string): Promise<number> =>
  (await fetch(`${desk}/${does}/${encodeURIComponent(what)}`)).status

const stage: Stage = {
  electron,
  system,
  async arrange(what) {
    if ((await askDesk('arrange', what)) !== 204) throw new Unarranged(what)
  },
  async sees(what) {
    const status = await askDesk('see', what)
    if (status !== 204 && status !== 404) throw new Unarranged(`a look at ${what}`)
    return status === 204
  },
  async until(what) {
    const end = Date.now() + SOON_MS
    while (!what()) {
      if (Date.now() > end) throw new Error(`not within ${SOON_MS} ms: ${String(what)}`)
      await pause(5)
    }
  },
  settle: (ms = 50) => pause(ms),
}

async function verdictOn({ name, on, holds }: Belief): Promise<Verdict> {
  if (on !== undefined && !on.includes(system)) return { name, kind: 'elsewhere' }
  const late = new AbortController()
  const tooLate = pause(LIMIT_MS, null, { signal: late.signal }).then(() => {
    throw new Error(`not settled within ${LIMIT_MS} ms`)
  })
  tooLate.catch(() => undefined)
  try {
    await Promise.race([holds(stage), tooLate])
    return { name, kind: 'holds' }
  } catch (error) {
    if (error instanceof Unarranged)
      return { name, kind: 'open', why: `nobody could arrange: ${error.message}` }
    return { name, kind: 'refuted', why: error instanceof Error ? error.message : String(error) }
  } finally {
    late.abort()
  }
}

electron.app.on('window-all-closed', () => undefined)
// Not awaited here: Electron is ready only after the app's main module has finished.
void electron.app.whenReady().then(async () => {
  // Listeners for `ready` have run too.
  await askDesk('arrange', 'start')
  for (const belief of BELIEFS) process.stdout.write(`${verdictLine(await verdictOn(belief))}\n`)
  process.stdout.write('no more beliefs\n')
  electron.app.exit(0)
})
