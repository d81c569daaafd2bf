import { readFile } from 'node:fs/promises'
import type { Machine } from './why-not-electron.ts'

/** The properties of this computer that matter for Electron's start. */
export async function readMachine(): Promise<Machine> {
  const restricted = await readFile('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'utf8').catch(
    () => '0', // not Linux, or without this switch
  )
  return {
    platform: process.platform,
    uid: process.getuid?.() ?? null,
    env: process.env,
    namespaces: restricted.trim() === '1' ? 'restricted' : 'free',
  }
}
