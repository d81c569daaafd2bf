import { basename } from 'node:path'
import { createListeners } from '../../../core/listeners.ts'
import type { ProblemRecording } from '../../../core/contract.ts'
import type { Mark } from '../../../core/problem-recording/recording.ts'
import {
  createRecorder,
  type RecorderParts,
  type RecordingSubject,
} from '../../../core/problem-recording/recorder.ts'

/** "Record a problem": the raw responses of the next minutes, redacted, as a file that can be sent and replayed. */
export interface ProblemRecorder {
  /** For the client of the watching session. */
  readonly fetch: typeof globalThis.fetch
  /** `subject`: what is watched now, and how. */
  start(subject: RecordingSubject): void
  stop(): void
  mark(mark: Mark): void
  readonly onChange: (listener: (problem: ProblemRecording) => void) => () => void
  /**
   * The same session; when it is stopped for good, a running recording ends and is saved: responses of another account,
   * or with other settings, are not part of it.
   */
  endingWith<S extends { stop(): void }>(session: S): S
  /** Discards a running recording. */
  end(): void
}

export interface ProblemRecorderParts extends Omit<RecorderParts, 'onEnd' | 'redactor'> {
  /** The path for a file of this name. */
  readonly pathFor: (name: string) => string
  /** Rejects instead of overwriting an existing file. */
  readonly write: (file: string, text: string) => Promise<void>
}

export function createProblemRecorder(parts: ProblemRecorderParts): ProblemRecorder {
  const { clock } = parts
  const changes = createListeners<[ProblemRecording]>()
  const onChange = changes.call
  const recorder = createRecorder({ ...parts, onEnd: (text) => void save(text) })

  async function save(text: string): Promise<void> {
    const second = new Date(clock.now()).toISOString().slice(0, 19).replaceAll(':', '-')
    const file = parts.pathFor(`ringside-problem-${second}.jsonl`)
    try {
      await parts.write(file, text)
      onChange({ kind: 'idle', file: basename(file) })
    } catch {
      onChange({ kind: 'failed' })
    }
  }

  return {
    fetch: recorder.fetch,
    start(subject) {
      if (recorder.running() !== null) return
      recorder.start(subject)
      const running = recorder.running()
      if (running !== null) onChange({ kind: 'recording', ...running })
    },
    stop: () => recorder.stop(),
    mark: (mark) => recorder.mark(mark),
    onChange: changes.add,
    endingWith: (session) => ({
      ...session,
      stop() {
        recorder.stop()
        session.stop()
      },
    }),
    end: () => recorder.discard(),
  }
}
