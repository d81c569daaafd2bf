import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'

const ROOT = join(import.meta.dirname, '../..')

describe('npm run demo', () => {
  let command: ChildProcessByStdio<null, Readable, Readable>
  let printed: { out: string; err: string }
  afterEach(() => void command.kill('SIGKILL'))

  async function start(flags: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
    await buildIfStale()
    command = spawn(process.execPath, ['scripts/start/start.ts', '--demo', ...flags], {
      cwd: ROOT,
      env: { ...process.env, LANGUAGE: 'en', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    printed = { out: '', err: '' }
    command.stdout.setEncoding('utf8').on('data', (part: string) => (printed.out += part))
    command.stderr.setEncoding('utf8').on('data', (part: string) => (printed.err += part))
    const address = /^Ringside desktop: (\S+)$/m
    await expect.poll(() => printed.out).toMatch(address)
    return address.exec(printed.out)?.[1] ?? ''
  }

  async function stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => command.once('close', resolve))
    command.kill('SIGTERM')
    return ended
  }

  const { platform } = process
  it.runIf(platform === 'linux')(
    'runs in the browser host if there is no display, and says why',
    async () => {
      const url = await start([], { DISPLAY: '', WAYLAND_DISPLAY: '' })
      expect(printed.err).toBe(
        'Ringside starts in the browser host, because Electron can’t run here: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).\n',
      )
      expect((await fetch(url)).ok).toBe(true)
      await expect.poll(() => printed.out).toContain('Ringside is starting.')
      expect(await stop()).toBe(0)
    },
  )

  it('keeps running when its terminal is closed', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'ringside-start-'))
    const url = await start(['--host=browser', `--profile=${profile}`])
    command.stdout.destroy()
    command.stderr.destroy()
    // By then it has tried to print the tray's states.
    const log = (): string => readFileSync(join(profile, 'logs', 'main.log'), 'utf8')
    await expect.poll(log).toContain('from ring')
    expect(log()).not.toMatch(/EPIPE|\[error\]/)
    expect((await fetch(url)).ok).toBe(true)
    expect(await stop()).toBe(0)
    rmSync(profile, { recursive: true, force: true })
  })
})
