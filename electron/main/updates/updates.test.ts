import { describe, expect, it } from 'vitest'
import type { AgentState, Call } from '../../../core/domain.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { QUIET_MS } from '../../../core/updates/decide-install.ts'
import type { UpdateSource } from './update-source.ts'
import { createUpdates, type UpdatesParts } from './updates.ts'

const MINUTE_MS = 60_000
const call = {} as Call
const watched = (calls: readonly Call[] = [], kind = 'live'): AgentState =>
  ({ calls, connection: { kind } }) as unknown as AgentState

function bench(changes: Partial<UpdatesParts> = {}, played: Partial<UpdateSource> = {}) {
  const clock = virtualClock(1_000_000)
  const did: string[] = []
  const lines: string[] = []
  let noted: string | null = null
  let minuteOfDay = 10 * 60
  const settings = {
    updates: true,
    updateServer: 'https://updates.example.com/secret-path',
    updateChannel: 'latest' as 'latest' | 'beta',
    updateWhen: 'quit' as 'quit' | 'night',
    updateTime: '20:00',
  }
  const source: UpdateSource = {
    configure: ({ updateChannel }) => void did.push(`configure ${updateChannel}`),
    check: () => Promise.resolve('0.2.0'),
    download: () => Promise.resolve(void did.push('download')),
    install: (restart) => void did.push(`install${restart ? ' and start again' : ''}`),
    ...played,
  }
  const log = { info: (line: string) => void lines.push(line), warn: (line: string) => void lines.push(line) }
  const updates = createUpdates({
    barred: null,
    source: () => Promise.resolve(source),
    settings: () => settings,
    version: '0.1.0',
    note: {
      read: () => noted,
      write: (version) => {
        noted = version
        return true
      },
    },
    clock,
    minuteOfDay: () => minuteOfDay,
    log,
    ...changes,
  })
  const ready = async (): Promise<void> => {
    updates.reconfigure()
    updates.follow(watched())
    await clock.advance(2 * MINUTE_MS)
  }
  return {
    ...{ updates, clock, did, lines, settings, ready, source },
    noted: () => noted,
    itIs: (minute: number) => void (minuteOfDay = minute),
  }
}

describe('updates', () => {
  it.each([
    ['not-packaged', { barred: 'not-packaged' as const }],
    ['not-replaceable', { barred: 'not-replaceable' as const }],
  ])('are off and query nothing when they are %s', async (why, changes) => {
    const { updates, did, ready, clock } = bench(changes)
    await ready()
    await updates.check()
    expect(updates.state()).toEqual({ kind: 'off', why })
    expect(did).toEqual([])
    expect(clock.waiting()).toBe(0)
  })

  it('are off without a server, or when switched off, and start when that changes', async () => {
    const { updates, settings, did, ready, clock } = bench()
    settings.updates = false
    await ready()
    expect(updates.state()).toEqual({ kind: 'off', why: 'switched-off' })
    Object.assign(settings, { updates: true, updateServer: '' })
    updates.reconfigure()
    expect(updates.state()).toEqual({ kind: 'off', why: 'no-server' })
    expect(did).toEqual([])
    settings.updateServer = 'https://updates.example.com'
    updates.reconfigure()
    await clock.advance(2 * MINUTE_MS)
    expect(updates.state()).toMatchObject({ kind: 'ready', version: '0.2.0' })
  })

  it('are found and fetched a minute after startup, and wait for the program to end', async () => {
    const { updates, did, ready } = bench()
    await ready()
    expect(updates.state()).toEqual({ kind: 'ready', version: '0.2.0', wait: 'quit', asked: false })
    updates.quit()
    expect(did).toEqual(['configure latest', 'download', 'install'])
  })

  it('report that nothing is newer, and check again within the day', async () => {
    let answer: string | null = null
    const { updates, ready, clock } = bench({}, { check: () => Promise.resolve(answer) })
    await ready()
    expect(updates.state()).toMatchObject({ kind: 'current', checkedAt: expect.any(Number) as number })
    answer = '0.3.0'
    await clock.advance(24 * 60 * MINUTE_MS)
    expect(updates.state()).toMatchObject({ kind: 'ready', version: '0.3.0' })
  })

  it('wait while a call is live and for the quiet period after it, even if the user requested them', async () => {
    const { updates, did, ready, clock } = bench()
    await ready()
    updates.follow(watched([call]))
    updates.install()
    expect(updates.state()).toMatchObject({ wait: 'call' })
    updates.follow(watched())
    expect(updates.state()).toMatchObject({ wait: 'after-call' })
    await clock.advance(QUIET_MS - 1)
    expect(did).not.toContain('install and start again')
    await clock.advance(MINUTE_MS)
    expect(did.at(-1)).toBe('install and start again')
  })

  it('are not installed at quit while a call is live', async () => {
    const { updates, did, ready } = bench()
    await ready()
    updates.follow(watched([call]))
    updates.quit()
    expect(did).not.toContain('install')
  })

  it('are installed at the set time, once', async () => {
    const { updates, did, settings, ready, clock, itIs } = bench()
    settings.updateWhen = 'night'
    await ready()
    expect(updates.state()).toMatchObject({ wait: 'night' })
    itIs(20 * 60)
    await clock.advance(MINUTE_MS)
    expect(did.at(-1)).toBe('install and start again')
    await clock.advance(90 * MINUTE_MS)
    expect(did.filter((what) => what.startsWith('install'))).toHaveLength(1)
    expect(updates.state()).toMatchObject({ kind: 'failed', why: 'not-installed', version: '0.2.0' })
  })

  it('leave the running version alone when the download is damaged, report it, and retry later', async () => {
    let damaged = true
    const { updates, did, ready, clock } = bench(
      {},
      {
        download: () =>
          damaged
            ? Promise.reject(Object.assign(new Error('sha512'), { code: 'ERR_CHECKSUM_MISMATCH' }))
            : Promise.resolve(),
      },
    )
    await ready()
    expect(updates.state()).toMatchObject({ kind: 'failed', why: 'damaged', version: '0.2.0' })
    updates.install()
    updates.quit()
    expect(did.some((what) => what.startsWith('install'))).toBe(false)
    damaged = false
    await clock.advance(24 * 60 * MINUTE_MS)
    expect(updates.state()).toMatchObject({ kind: 'ready' })
  })

  it('report when the server can’t be reached, without its address', async () => {
    const check = (): Promise<never> => Promise.reject(new Error('https://updates.example.com/secret-path'))
    const { updates, ready, lines } = bench({}, { check })
    await ready()
    expect(updates.state()).toMatchObject({ kind: 'failed', why: 'unreachable', version: null })
    expect(lines.join()).not.toContain('secret-path')
  })

  it('are noted before they are installed; a version that failed waits for the user', async () => {
    const first = bench()
    await first.ready()
    first.updates.quit()
    expect(first.noted()).toBe('0.2.0')

    const second = bench({ note: { read: () => '0.2.0', write: () => true } })
    second.updates.reconfigure()
    expect(second.updates.state()).toMatchObject({ kind: 'failed', why: 'not-installed', version: '0.2.0' })
    await second.ready()
    expect(second.updates.state()).toMatchObject({ kind: 'ready', wait: 'person' })
    second.updates.quit()
    expect(second.did).not.toContain('install')
    second.updates.install()
    expect(second.did.at(-1)).toBe('install and start again')
  })

  it('forget the note once the version runs', async () => {
    const written: (string | null)[] = []
    const note = { read: () => '0.1.0', write: (version: string | null) => written.push(version) > 0 }
    const { updates, ready } = bench({ note })
    await ready()
    expect(written).toEqual([null])
    expect(updates.state()).toMatchObject({ kind: 'ready', wait: 'quit' })
  })

  it('are not installed by a program that can’t note it', async () => {
    const { updates, did, ready } = bench({ note: { read: () => null, write: () => false } })
    await ready()
    updates.quit()
    expect(did).not.toContain('install')
    expect(updates.state()).toMatchObject({ kind: 'failed', why: 'not-installed' })
  })

  it('report at once when the installer can’t be started', async () => {
    const { updates, ready } = bench(
      {},
      {
        install: () => {
          throw new Error('no rights')
        },
      },
    )
    await ready()
    updates.install()
    expect(updates.state()).toMatchObject({ kind: 'failed', why: 'not-installed', version: '0.2.0' })
  })

  it('ignore late responses of an earlier channel’s server', async () => {
    const gate = Promise.withResolvers<string | null>()
    const answers = [gate.promise, Promise.resolve(null)]
    const { updates, settings, did, clock } = bench(
      {},
      { check: () => answers.shift() ?? Promise.resolve(null) },
    )
    updates.reconfigure()
    await clock.advance(MINUTE_MS)
    settings.updateChannel = 'beta'
    updates.reconfigure()
    gate.resolve('0.2.0')
    await clock.advance(2 * MINUTE_MS)
    expect(did).not.toContain('download')
    updates.end()
    expect(clock.waiting()).toBe(0)
  })
})
