import type { KeptCall, Part } from '../../core/journal/kept-call.ts'
import type { Words } from '../../core/words/words.ts'

/** A part of a call, in words. */
export interface CourseLine {
  readonly kind: Part['kind']
  readonly what: string
  /** As `10:14:02`; with its end where it has one. */
  readonly when: string
  readonly duration: string
}

/** What happened in a call, part by part. */
export function callCourse({ parts }: Pick<KeptCall, 'parts'>, words: Words): readonly CourseLine[] {
  const time = new Intl.DateTimeFormat(words.locale, { timeStyle: 'medium', hourCycle: 'h23' })
  return parts.map(({ kind, from, to }) => ({
    kind,
    what: words.history.detail.parts[kind],
    when: to === null ? time.format(from) : `${time.format(from)} – ${time.format(to)}`,
    duration:
      to === null ? words.history.detail.lasts : words.history.duration(Math.round((to - from) / 1000)),
  }))
}
