import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostCommand } from '../../browser-host/host-command.ts'
import { installedApp } from './installed-app.ts'

describe('the installed program’s command line', () => {
  let folder: string
  let app: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-flags-'))
    app = await installedApp(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function start(flags: readonly string[], until?: RegExp) {
    const profile = join(folder, `profile-${flags.length}-${flags[0]?.length ?? 0}`)
    const host = spawn(process.execPath, hostCommand({ app, profile, port: 0, argv: flags }), {
      env: { ...process.env, LANGUAGE: 'en' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    host.stderr.setEncoding('utf8').on('data', (part: string) => (err += part))
    host.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part
      if (until?.test(out) === true) host.kill('SIGTERM')
    })
    const late = setTimeout(() => host.kill('SIGTERM'), 20_000)
    const code = await new Promise((resolve) => host.once('close', resolve))
    clearTimeout(late)
    return { code, out, err, profile }
  }

  it.each([
    ['--host-resolver-rules=MAP * 127.0.0.1', '--host-resolver-rules'],
    ['--remote-debugging-port=9222', '--remote-debugging-port'],
    ['--ignore-certificate-errors', '--ignore-certificate-errors'],
    ['/tmp/another-app', '/tmp/another-app'],
  ])('refuses %s with one sentence, before anything is started', async (flag, name) => {
    const { code, out, err, profile } = await start([flag, '--demo'])
    expect(code).toBe(2)
    expect(err).toBe(`Ringside was not started: the option ${name} is not supported.\n`)
    expect(out).not.toContain('Ringside is starting')
    expect(existsSync(join(profile, 'logs'))).toBe(false)
  })

  it('starts with valid ones', async () => {
    const { code, err } = await start(['--demo', '--hidden', '--restarted-at=1'], /tray: /)
    expect(err).toBe('')
    expect(code).toBe(0)
  })
})
