import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { openJournal } from './open-journal.ts'
import type { HistoryCall } from './history-call.ts'
import { BUSY_GAP_MS, BUSY_START, busyAnswer, busyTime } from './testing/busy-stream.ts'
import { storyModel, type Step } from './testing/story-model.ts'
import { temporaryFile } from './testing/temporary-file.ts'

const KILLS = Number(process.env['RINGSIDE_KILLS'] ?? 30)
const SEED = Number(process.env['RINGSIDE_SEED'] ?? 7)
const MOST_STEPS_BEFORE_KILL = 60

const { path, remove } = temporaryFile()
afterAll(remove)

/** Writes from `first` on and is killed without warning once it has reported some steps. Returns the last reported one. */
function writeUntilKilled(first: number, steps: number, delayMs: number): Promise<number> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'testing', 'busy-stream.ts'), path, String(SEED), String(first)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const before = lines(said)
    said += chunk
    if (before < steps && lines(said) >= steps) setTimeout(() => child.kill('SIGKILL'), delayMs)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (_code, signal) =>
      signal === 'SIGKILL'
        ? resolve(Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1)))
        : reject(new Error(`the writer ended by itself after ${lines(said)} steps`)),
    )
  })
}

const lines = (text: string): number => text.split('\n').length - 1

/** A separate sequence for each seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function storedCalls() {
  const { journal, trouble } = openJournal({ path, now: () => BUSY_START, log: (line) => expect.fail(line) })
  expect(trouble).toBeNull()
  const { calls } = journal.history({ filter: 'all', limit: 1_000_000 })
  journal.close()
  const stored = new Map(calls.map((call) => [call.ivrid, call]))
  expect(calls).toHaveLength(stored.size)
  return stored
}

/** The file itself: its health, and the last step in it. */
function inTheFile(): { readonly integrity: unknown; readonly lastStep: number } {
  const db = new DatabaseSync(path)
  const integrity = db.prepare('PRAGMA integrity_check').all()
  const heartbeat = db.prepare('SELECT last_good_at FROM heart').get()
  db.close()
  return {
    integrity: integrity.map((row) => Object.values(row)[0]),
    lastStep: (Number(heartbeat?.['last_good_at']) - BUSY_START) / BUSY_GAP_MS,
  }
}

const modelled = ({ parts, endedAt, endSeen }: HistoryCall) => ({
  parts: parts.map(({ kind, from, to }) => `${kind} ${from}-${to ?? ''}`).sort(),
  ended: endedAt,
  endSeen,
})

function modelOf(starts: readonly number[], last: number) {
  const steps = story(starts, last)
  const answers = steps.flatMap((step, index) => (step.kind === 'answer' ? [index] : []))
  return storyModel(steps, (index) => busyTime(answers.indexOf(index)))
}

/** The reported story, step by step; each start of a writer is a crash of the previous one. */
function story(starts: readonly number[], last: number): readonly Step[] {
  return Array.from({ length: last + 1 }, (_, step) => step).flatMap((step): readonly Step[] => {
    const calls = busyAnswer(SEED, step).map(({ ivrid, phase, answered }) => ({
      ivrid,
      phase,
      answered,
      muted: false,
    }))
    const answer: Step = { kind: 'answer', calls }
    return step > 0 && starts.includes(step) ? [{ kind: 'crash' }, answer] : [answer]
  })
}

describe(`a journal whose writer is killed ${KILLS} times (seed ${SEED})`, () => {
  it('has lost no reported step, and duplicated no call', async () => {
    const random = chance(SEED)
    const starts: number[] = []
    let next = 0
    for (let kill = 0; kill < KILLS; kill++) {
      starts.push(next)
      const steps = 1 + Math.floor(random() * MOST_STEPS_BEFORE_KILL)
      const reported = await writeUntilKilled(next, steps, random() * 5)
      const { integrity, lastStep } = inTheFile()
      expect(integrity).toEqual(['ok'])
      // Reported steps are stored, plus at most the one step in progress.
      expect([reported, reported + 1]).toContain(lastStep)
      next = lastStep + 1

      const stored = storedCalls()
      const model = modelOf(starts, lastStep)
      expect([...stored.keys()].sort()).toEqual([...model.keys()].sort())
      for (const [ivrid, call] of model) expect(modelled(stored.get(ivrid)!), ivrid).toEqual(call)
    }
    expect(next).toBeGreaterThan(KILLS)
  })
})
