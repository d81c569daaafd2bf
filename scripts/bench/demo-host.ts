import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBrowserHost, type RunningHost } from '../../browser-host/start.ts'

/** Runs the demo in the browser host under this policy, with a fresh profile, until `use` has settled. */
export async function withDemoHost<T>(
  policy: Readonly<Record<string, unknown>>,
  env: Readonly<Record<string, string>>,
  use: (host: RunningHost) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-bench-'))
  const file = join(folder, 'policy.json')
  await writeFile(file, JSON.stringify(policy))
  const host = await startBrowserHost({
    profile: join(folder, 'profile'),
    argv: ['--demo'],
    env: { RINGSIDE_POLICY: file, ...env },
  })
  try {
    return await use(host)
  } finally {
    await host.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
