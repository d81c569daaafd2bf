import type { About } from './step.ts'

/** A response with a date, true epoch ms cut to whole seconds. */
export interface DatedResponse {
  readonly about: About
  readonly date: number
  readonly body: string
}

const APART_MS = 1_000 // clocks of two servers that are both right

/**
 * How the program should judge the dates of responses: one dated before the last accepted one is an older response,
 * unless the older ones themselves advance. Requests for extensions, one or all, are judged together; queues
 * separately.
 */
export function createServerDates() {
  const taken = new Map<Line, number>()
  const older = new Map<About, DatedResponse>()

  function isOlder({ about, date, body }: DatedResponse): boolean {
    const last = taken.get(lineOf(about))
    const before = older.get(about)
    const advances =
      before !== undefined && (date > before.date || (date === before.date && body !== before.body))
    return last !== undefined && date < last - APART_MS && !advances
  }

  /** The program received it now. Returns whether it counts. */
  function arrived(response: DatedResponse): boolean {
    if (isOlder(response)) {
      older.set(response.about, response)
      return false
    }
    const line = lineOf(response.about)
    taken.set(line, response.date)
    for (const about of older.keys()) if (lineOf(about) === line) older.delete(about)
    return true
  }

  return { isOlder, arrived }
}

type Line = 'queues' | 'extension'

const lineOf = (about: About): Line => (about === 'queues' ? 'queues' : 'extension')
