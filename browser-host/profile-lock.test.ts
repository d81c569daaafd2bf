import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { takeProfile } from './profile-lock.ts'

const START = { argv: ['node', 'app', '--x'], cwd: '/', data: { from: 'second' } }

describe('the lock of a profile', () => {
  let profile: string
  beforeEach(() => (profile = mkdtempSync(join(tmpdir(), 'ringside-lock-'))))
  afterEach(() => rmSync(profile, { recursive: true }))

  it('is held once; the second start notifies the first, and gets it when the first has ended', async () => {
    const first = await takeProfile(profile)
    const listener = vi.fn()
    first.onSecond(listener)
    expect(first.take(profile, START)).toBe(true)
    const second = await takeProfile(profile)
    expect(second.take(profile, START)).toBe(false)
    await second.release()
    await vi.waitFor(() => expect(listener).toHaveBeenCalledExactlyOnceWith(START))
    await first.release()
    const third = await takeProfile(profile)
    expect(third.first).toBe(true)
    await third.release()
  })

  it('is free again after its process was killed', async () => {
    const url = new URL('./profile-lock.ts', import.meta.url).href
    const script = `const { takeProfile } = await import(${JSON.stringify(url)})
      console.log((await takeProfile(${JSON.stringify(profile)})).first)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script])
    const [printed] = (await once(child.stdout, 'data')) as [Buffer]
    expect(printed.toString().trim()).toBe('true')
    child.kill('SIGKILL')
    await once(child, 'close')
    const next = await takeProfile(profile)
    expect(next.first).toBe(true)
    await next.release()
  })

  describe.skipIf(process.platform === 'win32')('in a temporary folder that others share', () => {
    const usual = process.env['TMPDIR']
    let shared: string
    let own: string
    beforeEach(() => {
      shared = mkdtempSync(join(tmpdir(), 'ringside-shared-'))
      process.env['TMPDIR'] = shared
      own = join(shared, `ringside-${process.getuid?.() ?? 0}`)
    })
    afterEach(() => {
      if (usual === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = usual
      rmSync(shared, { recursive: true })
    })

    it('is in a separate folder', async () => {
      const lock = await takeProfile(profile)
      expect(statSync(own).mode & 0o777).toBe(0o700)
      expect(readdirSync(shared)).toHaveLength(1)
      await lock.release()
    })

    it.each([
      ['is open to others', () => (mkdirSync(own), chmodSync(own, 0o777))],
      ['is a link to somebody’s folder', () => symlinkSync(tmpdir(), own)],
      ['is another user’s', () => (mkdirSync(own, { mode: 0o700 }), chownSync(own, 65_534, 65_534))],
    ])('is refused if that folder %s', async (what, prepare) => {
      if (what.includes('user’s') && process.getuid?.() !== 0) return
      prepare()
      await expect(takeProfile(profile)).rejects.toThrow('is not owned by you alone')
    })
  })

  it('is only for its own profile', async () => {
    const lock = await takeProfile(profile)
    expect(() => lock.take(join(profile, 'other'), START)).toThrow('for its own --profile only')
    await lock.release()
  })
})
