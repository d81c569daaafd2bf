import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { NAMED_STATUSES } from '../../../core/status-words.ts'
import { createDemoCentre } from './demo-centre.ts'
import type { CentreProcess } from './demo-centre.ts'

class FakeProcess extends EventEmitter {
  killed = 0
  private isRunning = false

  /** Like Electron's: before this there is nothing to kill. */
  spawn(): void {
    this.isRunning = true
    this.emit('spawn')
  }

  says(message: unknown): void {
    this.spawn()
    this.emit('message', message)
  }

  kill(): boolean {
    if (!this.isRunning) return false
    this.killed += 1
    this.isRunning = false
    this.emit('exit', 0)
    return true
  }
}

function setUp() {
  const forked: FakeProcess[] = []
  const codes: string[] = []
  const clock = virtualClock()
  const state = { gone: 0 }
  const centre = createDemoCentre({
    fork: (code) => {
      codes.push(code)
      const fake = new FakeProcess()
      forked.push(fake)
      return fake as unknown as CentreProcess
    },
    randomCode: () => `code-${codes.length}`,
    clock,
    log: { info: () => {}, warn: () => {} },
    onGone: () => {
      state.gone += 1
    },
  })
  return { centre, forked, codes, clock, state }
}

describe('createDemoCentre', () => {
  it('returns the account of the call centre once it listens', async () => {
    const { centre, forked, codes } = setUp()
    const started = centre.start()
    forked[0]!.says({ kind: 'listening', port: 4711 })
    expect(await started).toEqual({
      code: codes[0],
      page: 'http://127.0.0.1:4711/',
      settings: {
        baseUrl: 'http://127.0.0.1:4711/comet/API',
        muteUrl: 'http://127.0.0.1:4711/comet/API/MuteUnmuteCalls',
        dialUrl: 'http://127.0.0.1:4711/ForwardDialer/click2call.aspx',
        hangUp: true,
        statusUrl: 'http://127.0.0.1:4711/UserLogin/SetStatusFromAPI',
        callLogUrl: 'http://127.0.0.1:4711/hub/cdr/',
        popupScreenUrl: 'http://127.0.0.1:4711/popup-screen',
        extension: 'SIPSIP2',
        offeredStatuses: NAMED_STATUSES,
        pollSeconds: 1,
        requestsPerMinute: 75,
        queues: 'all',
        wideView: true,
        watch: { kind: 'extension' },
      },
    })
  })

  it.each([{ kind: 'failed', message: 'port' }, 'text', null, { kind: 'listening', port: '4711' }])(
    'returns none after %j',
    async (message) => {
      const { centre, forked, state } = setUp()
      const started = centre.start()
      forked[0]!.says(message)
      expect(await started).toBeNull()
      expect([forked[0]!.killed, state.gone]).toEqual([1, 0])
    },
  )

  it('returns none when the process ends at once, or reports nothing for ten seconds', async () => {
    const { centre, forked, clock } = setUp()
    const first = centre.start()
    forked[0]!.emit('exit', 1)
    expect(await first).toBeNull()
    const second = centre.start()
    forked[1]!.spawn()
    await clock.advance(10_000)
    expect(await second).toBeNull()
    expect(forked[1]!.killed).toBe(1)
  })

  it('reports when a running call centre ends by itself, and not when it is stopped', async () => {
    const { centre, forked, state } = setUp()
    const started = centre.start()
    forked[0]!.says({ kind: 'listening', port: 1 })
    await started
    centre.stop()
    expect([forked[0]!.killed, state.gone]).toEqual([1, 0])
    const again = centre.start()
    forked[1]!.says({ kind: 'listening', port: 2 })
    await again
    forked[1]!.emit('exit', 9)
    expect(state.gone).toBe(1)
  })

  it('ends one that was stopped before it spawned as soon as it has spawned', () => {
    const { centre, forked, state } = setUp()
    void centre.start()
    centre.stop()
    expect(forked[0]!.killed).toBe(0)
    forked[0]!.spawn()
    expect([forked[0]!.killed, state.gone]).toEqual([1, 0])
  })

  it('runs one call centre at a time, each with its own code', async () => {
    const { centre, forked, codes } = setUp()
    const first = centre.start()
    const second = centre.start()
    forked[0]!.spawn()
    forked[1]!.says({ kind: 'listening', port: 2 })
    expect(await first).toBeNull()
    expect((await second)?.code).toBe(codes[1])
    expect(forked[0]!.killed).toBe(1)
    expect(new Set(codes).size).toBe(2)
  })
})
