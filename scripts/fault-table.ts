/**
 * `npm run generate -- faults`: causes each fault in turn over real sockets and writes docs/faults.md. Takes a few
 * minutes.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../core/clock.ts'
import { createSession } from '../core/session/session.ts'
import { DEFAULT_SETTINGS } from '../core/settings/settings.ts'
import { createClient } from '../core/telephony/client.ts'
import { wordsFor } from '../core/words/words-for.ts'
import { measureCallLog, type CallLogMeasure } from './fault-table/call-log-faults.ts'
import { createCentreProcess, EXTENSION } from './fault-table/centre-process.ts'
import { faultCases, SIMULATED_KINDS } from './fault-table/fault-cases.ts'
import type { Detour } from './fault-table/fault-cases.ts'
import { freePort } from './server/free-port.ts'
import { faultPage } from './fault-table/fault-page.ts'
import { measureFault } from './fault-table/measure-fault.ts'
import type { FaultMeasure } from './fault-table/measure-fault.ts'
import { measurePopupScreen, type PopupScreenMeasure } from './fault-table/popup-screen-faults.ts'

const CODE = 'fault-table-code'
const words = wordsFor('en', [])
const clock = systemClock()
const centre = createCentreProcess(CODE)
const detour: Detour = { origin: null, code: null, extension: null }
const measures: FaultMeasure[] = []
const logMeasures: CallLogMeasure[] = []
const nameMeasures: PopupScreenMeasure[] = []

/**
 * Every fault that the simulator knows must have a case: when a request names an unknown fault, the simulator lists the
 * known ones.
 */
async function refuseForgotten(): Promise<void> {
  const named = await centre.sim('fault', { kind: '?' }).catch((error: unknown) => String(error))
  const kinds = /one of: ([\w, -]+)/.exec(String(named))?.[1]?.split(', ') ?? []
  const forgotten = kinds.filter((kind) => !SIMULATED_KINDS.has(kind))
  if (kinds.length === 0 || forgotten.length > 0) throw new Error(`No case for: ${forgotten.join(', ')}`)
}

/** A fetch that sends requests where the current case diverts them, with the code and extension it sets. */
const astray: typeof fetch = (input, init) => {
  const url = String(input instanceof Request ? input.url : input)
  const asked = typeof init?.body === 'string' ? init.body : ''
  const body = asked.replace(CODE, detour.code ?? CODE).replace(EXTENSION, detour.extension ?? EXTENSION)
  return fetch(detour.origin === null ? url : url.replace(centre.origin(), detour.origin), { ...init, body })
}

function openSession() {
  const settings = {
    ...DEFAULT_SETTINGS,
    baseUrl: `${centre.origin()}/comet/API`,
    muteUrl: `${centre.origin()}/Comet/API/MuteUnmuteCalls`,
    extension: EXTENSION,
  }
  const client = createClient({ ...settings, fetch: astray, now: clock.now, code: CODE })
  return createSession({ ...settings, client, clock, random: Math.random, log: () => undefined })
}

async function measureAll(): Promise<void> {
  await refuseForgotten()
  const session = openSession()
  try {
    session.start()
    for (const one of faultCases(centre, detour, `http://127.0.0.1:${await freePort()}`)) {
      const measure = await measureFault(session, one)
      measures.push(measure)
      const { connection, recoverySeconds } = measure
      process.stdout.write(
        `${one.name}: ${connection?.kind ?? 'live'}, ${recoverySeconds?.toFixed(1) ?? '-'} s\n`,
      )
    }
  } finally {
    session.stop()
  }
}

try {
  await centre.start()
  await measureAll()
  logMeasures.push(...(await measureCallLog(centre, CODE)))
  nameMeasures.push(...(await measurePopupScreen(centre)))
} finally {
  // Whatever went wrong, the program that was started here ends here.
  await centre.stop()
}
const file = fileURLToPath(new URL('../docs/faults.md', import.meta.url))
writeFileSync(
  file,
  faultPage({ measures, logMeasures, nameMeasures }, words, DEFAULT_SETTINGS.pollSeconds, EXTENSION),
)
process.stdout.write(`Wrote ${file}\n`)
