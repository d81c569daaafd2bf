import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { takeProfile } from './profile-lock.ts'

const START = { argv: ['node', 'app', '--x'], cwd: '/', data: { from: 'second' } }

describe('the lock of a profile', () => {
  let profile: string
  beforeEach(() => (profile = mkdtempSync(join(tmpdir(), 'ringside-lock-'))))
  afterEach(() => rmSync(profile, { recursive: true }))

  it('is had once; the second tells the first, and gets it when the first has ended', async () => {
    const first = await takeProfile(profile)
    const told = vi.fn()
    first.onSecond(told)
    expect(first.take(profile, START)).toBe(true)
    const second = await takeProfile(profile)
    expect(second.take(profile, START)).toBe(false)
    await second.release()
    await vi.waitFor(() => expect(told).toHaveBeenCalledExactlyOnceWith(START))
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

  it('is for no other profile', async () => {
    const lock = await takeProfile(profile)
    expect(() => lock.take(join(profile, 'other'), START)).toThrow('for its own --profile only')
    await lock.release()
  })
})
