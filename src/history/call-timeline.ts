import type { HistoryCall, Part } from '../../core/history/history-call.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** A span of a call, in words. */
export interface TimelineLine {
  readonly kind: Part['kind']
  readonly what: string
  /** When it started, as `10:14:02`. */
  readonly when: string
  readonly duration: string
}

/** What happened in a call, span by span. */
export function callTimeline({ parts }: Pick<HistoryCall, 'parts'>, words: Words): readonly TimelineLine[] {
  const time = new Intl.DateTimeFormat(words.locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  return parts.map(({ kind, from, to }) => ({
    kind,
    what: words.history.detail.parts[kind],
    when: time.format(from),
    duration: to === null ? words.history.detail.lasts : words.times.duration(Math.round((to - from) / 1000)),
  }))
}
