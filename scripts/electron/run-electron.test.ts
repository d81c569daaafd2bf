import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { electronEnv } from './electron-env.ts'
import { runElectron } from './run-electron.ts'
import { START_LIMITS } from './start-limits.ts'
import { fakeProgram, type FakeProgram } from './testing/fake-program.ts'

const { startSilenceMs, endMs } = START_LIMITS

describe('running Electron', () => {
  const folders: string[] = []
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

  function run(kind: FakeProgram, command = process.execPath) {
    const folder = fakeProgram(kind)
    folders.push(folder)
    const clock = virtualClock()
    const printed = { out: '', err: '' }
    let stop = (): void => undefined
    const result = runElectron({
      command,
      args: [folder],
      env: electronEnv({ ...process.env, ELECTRON_RUN_AS_NODE: '1' }),
      clock,
      out: (part) => (printed.out += part),
      err: (part) => (printed.err += part),
      onStop(run) {
        stop = run
        return () => (stop = () => undefined)
      },
    })
    const up = (): Promise<void> =>
      expect.poll(() => existsSync(join(folder, 'up')), { timeout: 15_000 }).toBe(true)
    return { result, clock, printed, up, stop: () => stop() }
  }

  it('passes on its output and its exit code once it has started', async () => {
    const { result, printed, clock } = run('works')
    expect(await result).toEqual({ kind: 'ended', code: 7 })
    expect(printed.out).toBe('Ringside is starting.\nand goes on\n')
    expect(printed.err).toContain('a warning')
    expect(clock.waiting()).toBe(0)
  })

  it('returns how it died, and hides its output', async () => {
    const { result, printed } = run('dies')
    expect(await result).toEqual({
      kind: 'failed',
      failure: {
        kind: 'died',
        code: 133,
        signal: null,
        stderr: '[7:FATAL:main.cc(9)] Check failed: no luck.\n',
      },
    })
    expect(printed).toEqual({ out: '', err: '' })
  })

  it('ends one that prints nothing', async () => {
    const { result, clock, up } = run('hangs')
    await up()
    await clock.advance(startSilenceMs)
    expect(await result).toEqual({ kind: 'failed', failure: { kind: 'silent', ms: startSilenceMs } })
    expect(clock.waiting()).toBe(0)
  })

  // Windows ends a process immediately in any case.
  it('ends one by force that doesn’t exit', async () => {
    const { result, clock, up } = run('hangs on')
    await up()
    await clock.advance(startSilenceMs)
    await clock.advance(endMs)
    expect(await result).toEqual({ kind: 'failed', failure: { kind: 'silent', ms: startSilenceMs } })
  })

  it('is no failure if Ctrl+C ends it', async () => {
    const { result, up, stop } = run('hangs')
    await up()
    stop()
    expect(await result).toEqual({ kind: 'stopped' })
  })

  it('returns the system’s code when it can’t be spawned', async () => {
    const { result } = run('works', join(import.meta.dirname, 'nothing-here'))
    expect(await result).toEqual({ kind: 'failed', failure: { kind: 'not-spawned', code: 'ENOENT' } })
  })
})
