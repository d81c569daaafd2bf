import type { SentRequest, Step } from '../step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'own share'
const OF = 12
const LEAST = 9

/**
 * Of twelve requests of a run in a row, at least nine are about the watched extension, unless there was none when the
 * last of them was sent. Those that were sent while the extension waited after a failure don't count.
 */
export function ownShare(asked: readonly SentRequest[], steps: readonly Step[]): readonly Violation[] {
  let known = 0
  let watches = false
  let failing = false
  let run = 0
  let recent: readonly SentRequest[] = []
  return asked.flatMap((request) => {
    if (request.run !== run) recent = []
    run = request.run
    for (let step = steps[known]; step !== undefined && step.at <= request.at; step = steps[known]) {
      watches = 'extension' in step.location
      failing = isAboutExtension(step.what)
        ? step.what.kind === 'failed'
        : failing && step.what.kind !== 'began'
      known += 1
    }
    if (failing && request.about !== 'extension') return []
    recent = [...recent, request].slice(-OF)
    const others = recent.filter(({ about }) => about !== 'extension').length
    if (request.about === 'extension' || !watches || others <= OF - LEAST) return []
    return [
      { rule: RULE, at: request.at, what: `${others} of ${recent.length} requests about something else` },
    ]
  })
}

const isAboutExtension = (what: Step['what']): boolean =>
  what.kind === 'good' || what.kind === 'unknown-extension' || ('about' in what && what.about === 'extension')
