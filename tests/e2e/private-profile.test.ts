import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostCommand } from '../../browser-host/host-command.ts'

const OTHERS = 0o077

describe.skipIf(process.platform === 'win32')('a profile, whatever the umask', () => {
  let folder: string
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ringside-private-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Runs the demo until it rings, as a user whose files are readable and writable by others by default. */
  async function runDemo(profile: string): Promise<void> {
    const command = [process.execPath, ...hostCommand({ profile, port: 0, argv: ['--demo'] })]
    // `exec`: the signal is for the host, not for the shell.
    const host = spawn('sh', ['-c', 'umask 000; exec "$@"', 'sh', ...command], {
      env: { ...process.env, LANGUAGE: 'en' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    host.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (/ringing/i.test(text)) setTimeout(() => host.kill('SIGTERM'), 500)
    })
    expect(await new Promise((resolve) => host.once('close', resolve))).toBe(0)
  }

  const open = (at: string): readonly string[] => {
    const entries = readdirSync(at, { recursive: true, withFileTypes: true })
    const paths = [at, ...entries.map((entry) => join(entry.parentPath, entry.name))]
    return paths.filter((path) => (statSync(path).mode & OTHERS) !== 0)
  }

  it('is accessible only to the user when it is created, with everything in it', async () => {
    const profile = join(folder, 'new')
    await runDemo(profile)
    expect(readdirSync(profile)).toEqual(expect.arrayContaining(['demo-history.db', 'logs']))
    expect(open(profile)).toEqual([])
  })

  it('is made so if others could read it', async () => {
    const profile = join(folder, 'old')
    mkdirSync(profile)
    chmodSync(profile, 0o777)
    await runDemo(profile)
    expect(open(profile)).toEqual([])
  })
})
