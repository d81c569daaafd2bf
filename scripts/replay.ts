/** `npm run replay FILE`: what the program decided in a recording of "Record a problem", one line for each decision. */
import { readFileSync } from 'node:fs'
import { decodeText } from '../core/decode-text.ts'
import { decisionLine } from '../core/problem-recording/decision-line.ts'
import { playRecording } from '../core/problem-recording/play-recording.ts'
import { readRecording } from '../core/problem-recording/read-recording.ts'
import type { ReadRecording } from '../core/problem-recording/read-recording.ts'
import { virtualClock } from '../core/testing/virtual-clock.ts'
import { wordsFor } from '../core/words/words-for.ts'
import { given, refuse } from './command/given.ts'

const COMMAND = {
  name: 'replay',
  does: 'Replays a recording of “Record a problem” (.jsonl), and prints one decision per line.',
  takes: 'FILE',
  flags: {},
} as const

function textOf(path: string): string {
  try {
    return decodeText(readFileSync(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return refuse(COMMAND, `${path} can't be read (${code}).`)
  }
}

function problem(path: string, read: Exclude<ReadRecording, { kind: 'recording' }>): string {
  switch (read.kind) {
    case 'foreign':
      return `${path} is not a Ringside recording.`
    case 'newer':
      return `${path} was recorded by a newer Ringside (format ${read.format}).`
    case 'broken':
      return `${path} is broken: line ${read.line} can't be read.`
  }
}

const [path, ...more] = given(COMMAND).positionals
if (path === undefined || more.length > 0) refuse(COMMAND, 'Name one recording.')
const read = readRecording(textOf(path))
if (read.kind !== 'recording') refuse(COMMAND, problem(path, read))

const { header, entries } = read.recording
const words = wordsFor('en', [])
process.stderr.write(
  `Recorded from ${new Date(header.startedAt).toISOString()} by Ringside ${header.version}: ${entries.length} entries, extension ${header.extension}.\n`,
)
for (const decision of await playRecording(read.recording, { clockAt: virtualClock, words }))
  process.stdout.write(`${decisionLine(decision, words)}\n`)
