import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { startSimulator } from './simulator-process.ts'

/** The app with its window open, and its own simulated call centre, which a policy names. */
export interface PolicyDesk {
  readonly centre: CallCentre
  readonly desk: Desktop
  /** The app's profile folder. */
  readonly profile: string
  end(): Promise<void>
}

/**
 * Starts both. `settings`: what the policy sets in addition to address, code and interval, known once the call centre
 * runs.
 */
export async function startPolicyDesk(
  code: string,
  settings: (centre: CallCentre) => object | Promise<object>,
): Promise<PolicyDesk> {
  const centre = await startSimulator(code)
  const folder = await mkdtemp(join(tmpdir(), 'ringside-desk-'))
  const [policy, profile] = [join(folder, 'policy.json'), join(folder, 'profile')]
  const baseUrl = new URL('/comet/API', centre.url).href
  await writeFile(policy, JSON.stringify({ baseUrl, code, pollSeconds: 0.4, ...(await settings(centre)) }))
  const desk = await startDesktop({ profile, env: { RINGSIDE_POLICY: policy } })
  await desk.openWindow()
  return {
    centre,
    desk,
    profile,
    async end() {
      await desk.end()
      await centre.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
