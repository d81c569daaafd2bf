import { createCentre } from './centre.ts'
import { isScenarioName, type ScenarioName } from './world/scenario.ts'

/** The interface of a forked process to its parent. */
interface ParentPort {
  postMessage(message: unknown): void
}

/** Sent to the parent once: where the demo listens, or why it doesn't. */
type Report =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly message: string }

const SEED = 7
const ZONE = 'Asia/Jerusalem'
const LOOK_FOR_PARENT_MS = 2_000
const LAST_WORD_MS = 300 // for the message to be sent before the process exits

const isParentPort = (value: unknown): value is ParentPort =>
  typeof value === 'object' &&
  value !== null &&
  'postMessage' in value &&
  typeof value.postMessage === 'function'

function scenarioOf(word: string | undefined): ScenarioName {
  if (word === undefined || word === '') return 'demo'
  if (isScenarioName(word)) return word
  throw new Error(`RINGSIDE_DEMO_SCENARIO is not a known scenario: ${word}`)
}

function portOf(word: string | undefined): number {
  const port = Number(word ?? 0)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error('RINGSIDE_DEMO_PORT is not a port number')
}

function codeOf(word: string | undefined): string {
  if (word !== undefined && word !== '') return word
  throw new Error('RINGSIDE_DEMO_CODE is not set')
}

async function open(environment: NodeJS.ProcessEnv): Promise<number> {
  const centre = createCentre({
    seed: SEED,
    scenario: scenarioOf(environment['RINGSIDE_DEMO_SCENARIO']),
    zone: ZONE,
    speed: 1,
    code: codeOf(environment['RINGSIDE_DEMO_CODE']),
    wrongCode: 'error',
    now: Date.now,
  })
  // For tests: nothing happens before they request it, however slow the computer is.
  if (environment['RINGSIDE_DEMO_QUIET'] === '1') centre.world.setQuiet(true)
  return centre.listen(portOf(environment['RINGSIDE_DEMO_PORT']))
}

/** Exits with its parent, however that one ends. */
function endWithParent(): void {
  const parent = process.ppid
  process.once('disconnect', () => process.exit(0))
  process.once('SIGTERM', () => process.exit(0))
  setInterval(() => {
    if (process.ppid !== parent) process.exit(0)
  }, LOOK_FOR_PARENT_MS).unref()
}

const port: unknown = Reflect.get(process, 'parentPort')
if (!isParentPort(port)) {
  process.stderr.write('The demo centre is started by Ringside itself; on its own: npm run simulator.\n')
  process.exit(2)
}
const send = (report: Report): void => port.postMessage(report)
endWithParent()
try {
  send({ kind: 'listening', port: await open(process.env) })
} catch (error) {
  send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  setTimeout(() => process.exit(1), LAST_WORD_MS)
}
