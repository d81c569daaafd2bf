/** `npm run screenshots`: what a person sees, from the built program in the browser host, into docs/screenshots. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startDesktop, type Desktop } from '../tests/e2e/desktop.ts'
import { startSimulator } from '../tests/e2e/simulator-process.ts'
import { buildIfStale } from './build-if-stale.ts'

const DOCS = join(import.meta.dirname, '../docs')
const SHOTS = join(DOCS, 'screenshots')
const SETTLE_MS = 700 // a card's way in, and a poll
const CODE = 'screenshots'

type Scheme = 'light' | 'dark'

await buildIfStale()
await mkdir(SHOTS, { recursive: true })
const taken: string[] = []
for (const scheme of ['light', 'dark'] as const) {
  await firstRun(scheme)
  await calls(scheme)
  await around(scheme)
}
await demo()
await writeFile(join(SHOTS, 'README.md'), index(taken))

/** The whole desktop, a few seconds into the demo. */
async function demo(): Promise<void> {
  const desk = await startDesktop({ demo: true, viewport: { width: 1000, height: 680 } })
  await desk.openWindow()
  await desk.window.getByRole('article').first().waitFor()
  await wait(SETTLE_MS * 4)
  await desk.picture('desktop', join(DOCS, 'demo.png'))
  await desk.end()
}

async function firstRun(scheme: Scheme): Promise<void> {
  await withAccount(scheme, {}, async (desk, shoot) => {
    await desk.window.getByRole('heading', { name: 'Welcome to Ringside' }).waitFor()
    await shoot('first-run')
    await desk.window.getByLabel('API code').fill(CODE)
    await desk.window.getByLabel('Extension (SIP code)').fill('SIPSIP2')
    await desk.window.getByRole('button', { name: 'Test connection' }).click()
    await desk.window.getByText('Found:', { exact: false }).waitFor()
    await shoot('first-run-found')
  })
}

async function calls(scheme: Scheme): Promise<void> {
  await withAccount(scheme, { code: CODE, extension: 'SIPSIP2' }, async (desk, shoot, centre) => {
    await desk.window.getByText('No calls now').waitFor()
    await shoot('no-calls')
    const held = await centre.call({ phone: '0501234567', name: 'נועה כהן', did: '039001234' })
    await desk.window.getByRole('article').waitFor()
    await shoot('ringing')
    await centre.tell('answer', held)
    await desk.window.getByRole('article', { name: /Talking/ }).waitFor()
    await shoot('talking')
    await centre.tell('mute', held)
    await centre.tell('hold', held)
    await desk.window.getByText('Recording muted').first().waitFor()
    const ringing = await centre.call()
    await desk.window.getByRole('article', { name: /Ringing/ }).waitFor()
    await shoot('ringing-and-held')
    await centre.tell('hangup', ringing)
    await desk.window.getByText(/rang/).first().waitFor()
    await shoot('held-and-missed')
    await centre.fault({ kind: 'dropped' })
    await desk.window.getByText('No contact with Voicenter', { exact: false }).waitFor()
    await shoot('stale')
    await centre.fault({ kind: '403' })
    await desk.window.getByText('does not accept this computer', { exact: false }).waitFor()
    await shoot('refused')
    await centre.mend()
    await desk.window.getByRole('button', { name: 'Settings' }).first().click()
    await desk.window.getByRole('heading', { name: 'Settings' }).waitFor()
    await shoot('settings')
  })
}

async function around(scheme: Scheme): Promise<void> {
  const policy = { code: CODE, extension: 'SIPSIP2', wideView: true, queueThresholdSeconds: 10 }
  await withAccount(scheme, policy, async (desk, shoot, centre) => {
    const first = await centre.wait('0501234567')
    await desk.window.getByRole('button', { name: /^Queues/ }).click()
    await desk.window.getByText('050-123-4567').first().waitFor()
    await wait(3_000)
    await centre.wait('0722776772')
    await desk.window.getByText('072-277-6772').first().waitFor()
    await shoot('queues')
    await centre.call({ ivrid: first })
    await desk.window.getByRole('button', { name: 'Calls' }).click()
    await desk.window.getByRole('article', { name: /Ringing/ }).waitFor()
    await shoot('ringing-after-waiting')
    await desk.window.getByRole('button', { name: 'Team' }).click()
    await desk.window.getByText('Dana Levi').first().waitFor()
    await shoot('team')
    await centre.call({ extension: 'SIPSIP1', ivrid: first })
    await centre.answerAt('SIPSIP1', first)
    await desk.window.getByRole('button', { name: 'Calls' }).click()
    await desk.window
      .getByText(/answered by/)
      .first()
      .waitFor()
    await shoot('answered-by-a-colleague')
    const again = await centre.call({ phone: '0501234567', name: 'Noa Cohen' })
    await desk.window.getByText(/2nd call today/).waitFor()
    await shoot('ringing-with-a-story')
    await centre.tell('answer', again)
    await desk.window.getByRole('article', { name: /Talking/ }).waitFor()
    await centre.tell('hangup', again)
    await desk.window.getByRole('button', { name: 'History' }).click()
    await desk.window.getByRole('listitem').first().waitFor()
    await shoot('history')
    await desk.window.getByRole('listitem').first().getByRole('button', { expanded: false }).first().click()
    await shoot('history-call')
    await desk.window.getByRole('button', { name: 'More' }).click()
    await desk.window.getByRole('button', { name: 'Watching report' }).click()
    await shoot('watching-report')
  })
}

type Shoot = (name: string) => Promise<void>

async function withAccount(
  scheme: Scheme,
  policy: Readonly<Record<string, unknown>>,
  show: (desk: Desktop, shoot: Shoot, centre: Awaited<ReturnType<typeof startSimulator>>) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-screenshots-'))
  const centre = await startSimulator(CODE)
  const file = join(folder, 'policy.json')
  const own = { ...policy, baseUrl: new URL('/comet/API', centre.url).href, pollSeconds: 0.5 }
  await writeFile(file, JSON.stringify(own))
  const desk = await startDesktop({
    colorScheme: scheme,
    profile: join(folder, 'profile'),
    env: { RINGSIDE_POLICY: file },
  })
  await desk.openWindow()
  await show(
    desk,
    async (name) => {
      await wait(SETTLE_MS)
      await desk.picture('window', join(SHOTS, `${name}-${scheme}.png`))
      taken.push(`${name}-${scheme}`)
    },
    centre,
  )
  await desk.end()
  await centre.stop()
  await rm(folder, { recursive: true, force: true })
}

function index(names: readonly string[]): string {
  const states = [...new Set(names.map((name) => name.replace(/-(light|dark)$/, '')))]
  const rows = states.map(
    (state) => `| ${state} | ![${state}, light](${state}-light.png) | ![${state}, dark](${state}-dark.png) |`,
  )
  return [
    '# Screenshots',
    '',
    'Made by `npm run screenshots` in the browser host.',
    '',
    '| state | light | dark |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
