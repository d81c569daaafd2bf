import { EventEmitter } from 'node:events'
import type { Details } from 'electron/main'
import { describe, expect, it } from 'vitest'
import { watchProcesses } from './watch-processes.ts'
import type { WatchedApp } from './watch-processes.ts'

function watched() {
  const app = new EventEmitter()
  const lines: string[] = []
  const end = watchProcesses(app as unknown as WatchedApp, {
    info: (line) => lines.push(`info ${line}`),
    warn: (line) => lines.push(`warn ${line}`),
  })
  return { lines, end, gone: (details: Details) => app.emit('child-process-gone', {}, details) }
}

describe('an Electron process that ends', () => {
  it('is logged with its type, the reason and the code', () => {
    const { lines, gone } = watched()
    gone({ type: 'GPU', reason: 'crashed', exitCode: 139 })
    gone({
      type: 'Utility',
      reason: 'oom',
      exitCode: -536_870_904,
      serviceName: 'network.mojom.NetworkService',
    })
    expect(lines).toEqual([
      'warn process gone: GPU, crashed (139)',
      'warn process gone: Utility network.mojom.NetworkService, oom (0xe000:0008)',
    ])
  })

  it('isn’t logged as a warning if it ended normally', () => {
    const { lines, gone } = watched()
    gone({ type: 'Utility', reason: 'clean-exit', exitCode: 0, name: 'Node Utility Process' })
    expect(lines).toEqual(['info process gone: Utility, clean-exit (0)'])
  })

  it('logs no name given by others: only Chromium’s own, or none', () => {
    const { lines, gone } = watched()
    gone({ type: 'Utility', reason: 'killed', exitCode: 9, serviceName: 'call of Dana, 0501234567' })
    expect(lines).toEqual(['warn process gone: Utility, killed (9)'])
  })

  it('is no longer logged after the end', () => {
    const { lines, end, gone } = watched()
    end()
    gone({ type: 'GPU', reason: 'crashed', exitCode: 1 })
    expect(lines).toEqual([])
  })
})
