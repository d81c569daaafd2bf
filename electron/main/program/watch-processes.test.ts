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

describe('a process of Electron’s own that ends', () => {
  it('is in the log with its type, the reason and the code', () => {
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

  it('is no warning where it ended as it should', () => {
    const { lines, gone } = watched()
    gone({ type: 'Utility', reason: 'clean-exit', exitCode: 0, name: 'Node Utility Process' })
    expect(lines).toEqual(['info process gone: Utility, clean-exit (0)'])
  })

  it('has nothing in the log that another has named: a name is Chromium’s, or left out', () => {
    const { lines, gone } = watched()
    gone({ type: 'Utility', reason: 'killed', exitCode: 9, serviceName: 'call of Dana, 0501234567' })
    expect(lines).toEqual(['warn process gone: Utility, killed (9)'])
  })

  it('is not followed any more after the end', () => {
    const { lines, end, gone } = watched()
    end()
    gone({ type: 'GPU', reason: 'crashed', exitCode: 1 })
    expect(lines).toEqual([])
  })
})
