import type { Phase, SeenCall } from '../../domain.ts'

/** One call of one response, as the model needs it. */
export type Shown = Pick<SeenCall, 'ivrid' | 'phase' | 'answered'> & { readonly muted: boolean }

/** One event: a response, or a crash and restart of the program. */
export type Step = { readonly kind: 'answer'; readonly calls: readonly Shown[] } | { readonly kind: 'crash' }

export interface ModelCall {
  readonly parts: readonly string[]
  readonly ended: number | null
  readonly endSeen: boolean
}

/**
 * The expected content of a journal after a story, computed independently: for each call the responses that showed it, one
 * after the other, and from these its spans. Without API stamps every change happens at the response that shows it.
 * `timeOf` returns the time of a step.
 */
export function storyModel(
  steps: readonly Step[],
  timeOf: (index: number) => number,
): ReadonlyMap<string, ModelCall> {
  const answers = steps.flatMap((step, index) =>
    step.kind === 'answer' ? [{ at: timeOf(index), calls: step.calls, fresh: isFresh(steps, index) }] : [],
  )
  const ids = new Set(answers.flatMap(({ calls }) => calls.map(({ ivrid }) => ivrid)))
  return new Map([...ids].map((ivrid) => [ivrid, modelCall(ivrid, answers)]))
}

interface Answer {
  readonly at: number
  readonly calls: readonly Shown[]
  /** The first one after a start. */
  readonly fresh: boolean
}

const isFresh = (steps: readonly Step[], index: number): boolean =>
  index === 0 || steps[index - 1]?.kind === 'crash'

function modelCall(ivrid: string, answers: readonly Answer[]): ModelCall {
  const shown = answers.map((answer) => answer.calls.find((call) => call.ivrid === ivrid))
  const lastShown = shown.findLastIndex((call) => call !== undefined)
  const after = answers[lastShown + 1]
  const ended = after === undefined ? null : endAt(answers, lastShown)
  return {
    parts: [
      ...spans(answers, phaseWords(answers, shown)),
      ...spans(
        answers,
        shown.map((call) => call && (call.muted ? 'recording-muted' : null)),
      ),
    ].sort(),
    ended,
    endSeen: after?.fresh !== true,
  }
}

/** When the state in the response at `index` ended: at the next response, or, after a crash, when it was last known. */
function endAt(answers: readonly Answer[], index: number): number {
  const [last, next] = [answers[index], answers[index + 1]]
  return (next?.fresh === true ? last : next)?.at ?? Number.NaN
}

/** Runs of the same word, as `word from-to`. Null: present without a word; undefined: absent. */
function spans(answers: readonly Answer[], words: readonly (string | null | undefined)[]): string[] {
  const runs: string[] = []
  for (let from = 0; from < words.length; from++) {
    const word = words[from]
    if (word === null || word === undefined || words[from - 1] === word) continue
    let to = from
    while (words[to + 1] === word) to++
    const gone = to + 1 < answers.length
    const stillThere = words[to + 1] !== undefined
    runs.push(
      `${word} ${answers[from]?.at}-${gone ? (stillThere ? answers[to + 1]?.at : endAt(answers, to)) : ''}`,
    )
  }
  return runs
}

const WORDS: Readonly<Record<Exclude<Phase, 'other'>, string>> = {
  ringing: 'rang',
  dialing: 'dialed',
  talking: 'talked',
  held: 'held',
}

/** The word of each response. One without a phase continues the last one's, unless the program restarted. */
function phaseWords(
  answers: readonly Answer[],
  shown: readonly (Shown | undefined)[],
): readonly (string | null | undefined)[] {
  const words: (string | null | undefined)[] = []
  for (const [index, call] of shown.entries()) {
    const before = answers[index]?.fresh === true ? null : (words[index - 1] ?? null)
    if (call === undefined) words.push(undefined)
    else if (call.phase !== 'other') words.push(WORDS[call.phase])
    else words.push(call.answered && before !== 'held' ? 'talked' : before)
  }
  return words
}
