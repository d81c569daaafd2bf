import { strict as assert } from 'node:assert'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Belief, Stage } from '../belief.ts'

/** Reports that it is alive every 20 ms, until it is ended. */
const CHILD = 'setInterval(() => process.parentPort.postMessage("alive"), 20)'

/** Runs `about` with a child process that has just been forked, and ends it. */
async function withChild(
  { electron }: Stage,
  about: (child: Electron.UtilityProcess, spawned: Promise<unknown>) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-child-'))
  await writeFile(join(folder, 'child.js'), CHILD)
  const child = electron.utilityProcess.fork(join(folder, 'child.js'), [], { stdio: 'ignore' })
  const spawned = once(child, 'spawn')
  try {
    await about(child, spawned)
  } finally {
    child.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

export const processBeliefs: readonly Belief[] = [
  {
    name: 'kill() before the child has spawned says false, and the child lives on',
    source: 'shell/browser/api/electron_api_utility_process.cc:406-408',
    confidence: 'L',
    holds: (stage) =>
      withChild(stage, async (child, spawned) => {
        let ended = false
        child.on('exit', () => (ended = true))
        assert.equal(child.kill(), false)
        await spawned
        await once(child, 'message')
        await stage.settle(200)
        assert.equal(ended, false)
      }),
  },
  {
    name: 'kill() within the event that says that it spawned ends the child, with 0',
    source: 'shell/browser/api/electron_api_utility_process.cc:267-276, 304-306',
    confidence: 'L',
    holds: (stage) =>
      withChild(stage, async (child) => {
        const ended = Promise.withResolvers<number>()
        child.once('exit', ended.resolve)
        let killed = false
        child.once('spawn', () => (killed = child.kill()))
        assert.deepEqual([await ended.promise, killed], [0, true])
      }),
  },
  {
    name: 'a child has a pid from its spawn to its exit, and kill() says false after that',
    source: 'shell/browser/api/electron_api_utility_process.cc:267, 289, 423-428',
    confidence: 'L',
    holds: (stage) =>
      withChild(stage, async (child, spawned) => {
        assert.equal(child.pid, undefined)
        await spawned
        assert.equal(typeof child.pid, 'number')
        const ended = once(child, 'exit')
        assert.equal(child.kill(), true)
        await ended
        assert.equal(child.pid, undefined)
        assert.equal(child.kill(), false)
      }),
  },
]
