import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const file = join(import.meta.dirname, 'demo-centre.ts')
const PARENT_PORT = 'data:text/javascript,process.parentPort={postMessage:(m)=>process.send(m)}'
let child: ChildProcess | null = null

function fork(environment: Record<string, string>): ChildProcess {
  child = spawn(process.execPath, ['--import', PARENT_PORT, file], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { PATH: process.env['PATH'], ...environment },
  })
  return child
}

afterEach(() => {
  if (child?.exitCode === null) child.kill('SIGKILL')
})

describe('the demo centre', { timeout: 30_000 }, () => {
  it('reports its port to its parent, uses the given code, and ends with its parent', async () => {
    const forked = fork({ RINGSIDE_DEMO_CODE: 'once' })
    const [message] = (await once(forked, 'message')) as [{ kind: string; port: number }]
    expect(message).toEqual({ kind: 'listening', port: expect.any(Number) as number })
    const answer = await fetch(`http://127.0.0.1:${message.port}/comet/API/GetExtensionsCalls`, {
      method: 'POST',
      body: JSON.stringify({ code: 'once', extension: 'SIPSIP2' }),
    })
    expect(await answer.json()).toMatchObject({ EXTENSIONS: [{ name: 'Dana Levi', onlineUserStatus: 1 }] })
    forked.disconnect()
    expect(await once(forked, 'exit')).toEqual([0, null])
  })

  it('has no automatic calls when it is started quiet', async () => {
    const forked = fork({ RINGSIDE_DEMO_CODE: 'once', RINGSIDE_DEMO_QUIET: '1' })
    const [message] = (await once(forked, 'message')) as [{ port: number }]
    const state = await fetch(`http://127.0.0.1:${message.port}/sim/state`)
    expect(await state.json()).toMatchObject({ quiet: true })
  })

  it.each([
    [{}, /RINGSIDE_DEMO_CODE/],
    [{ RINGSIDE_DEMO_CODE: 'once', RINGSIDE_DEMO_SCENARIO: 'party' }, /party/],
    [{ RINGSIDE_DEMO_CODE: 'once', RINGSIDE_DEMO_PORT: 'x' }, /RINGSIDE_DEMO_PORT/],
  ])('tells its parent why it failed: %j', async (environment, wanted) => {
    const forked = fork(environment)
    const [[message], [code]] = (await Promise.all([once(forked, 'message'), once(forked, 'exit')])) as [
      [unknown],
      [number],
    ]
    expect(message).toEqual({ kind: 'failed', message: expect.stringMatching(wanted) as string })
    expect(code).toBe(1)
  })
})
