import { describe, expect, it } from 'vitest'
import { demoAccount } from './demo-centre.ts'
import type { DemoAccount } from './demo-centre.ts'
import { createDemoMode } from './demo-mode.ts'

function setUp(account: DemoAccount | null) {
  const did: unknown[] = []
  const gone: (() => void)[] = []
  const mode = createDemoMode({
    centre: (onGone) => {
      gone.push(onGone)
      return { start: () => Promise.resolve(account), stop: () => did.push('kill') }
    },
    lay: (laid) => did.push(['lay', laid]),
    onChanged: () => did.push('changed'),
    onPage: (page) => did.push(page),
  })
  return { mode, did, gone }
}
const account = demoAccount('code', 4711)

describe('createDemoMode', () => {
  it('applies the demo account before anything reads it', async () => {
    const { mode, did } = setUp(account)
    expect(await mode.start()).toEqual({ kind: 'started' })
    expect(did).toEqual([['lay', account], 'http://127.0.0.1:4711/', 'changed'])
  })

  it('stays with the own account when the call centre does not start', async () => {
    const { mode, did } = setUp(null)
    expect(await mode.start()).toEqual({ kind: 'failed' })
    expect(did).toEqual([['lay', null], 'changed'])
  })

  it('goes back when it is stopped, and when the call centre ends by itself', () => {
    const { mode, did, gone } = setUp(account)
    mode.stop()
    expect(did.splice(0)).toEqual(['kill', ['lay', null], 'changed'])
    gone[0]!()
    expect(did.splice(0)).toEqual(['kill', ['lay', null], 'changed'])
    mode.end()
    expect(did).toEqual(['kill'])
  })
})
