import type { DatabaseSync } from 'node:sqlite'
import type { SpanOnExtension } from '../../call-log/span.ts'
import type { Agent } from '../../domain.ts'
import type { Heartbeat } from '../../report/heartbeat.ts'
import { integer, integerOrNull, text } from '../../database/row.ts'

/** A span in which the person was logged in. */
export interface Login extends SpanOnExtension {
  /** Their name. */
  readonly agent: string
}

export interface Logins {
  /** A good response shows who is logged in. `lastGoodAt`: the previous good response; null if there was none. */
  see(agent: Agent | null, at: number, lastGoodAt: number | null): void
  /** The id of the person who is logged in now, or was last; null before anyone was. */
  person(): number | null
  /** Their spans that overlap this one, oldest first. */
  between(from: number, to: number): readonly Login[]
}

/** The log has whole seconds, and whoever a response is the first to show was there before it arrived. */
const SEEN_LATE_MS = 2_000

/** Whether one of these times is within the span, on this extension. */
export const wasLoggedIn = (login: Login, extension: string, times: readonly number[]): boolean =>
  login.extension === extension && times.some((at) => at >= login.from - SEEN_LATE_MS && at <= login.to)

/**
 * Who was logged in where, as the responses showed it. A span without responses counts if the same person was there
 * before and after; until the next response, the current one is known up to the last.
 */
export function createLogins(db: DatabaseSync, heartbeat: Heartbeat): Logins {
  const lasting = db.prepare('SELECT id, extension, user_id FROM logins WHERE to_at IS NULL')
  const begin = db.prepare('INSERT INTO logins (extension, user_id, agent, from_at) VALUES (?, ?, ?, ?)')
  const end = db.prepare('UPDATE logins SET to_at = max(from_at, ?) WHERE id = ?')
  const newest = db.prepare('SELECT user_id FROM logins ORDER BY id DESC LIMIT 1')
  const between = db.prepare(`
    SELECT extension, agent, from_at, max(from_at, coalesce(to_at, ?1)) AS until FROM logins
    WHERE user_id = ?2 AND from_at <= ?4 AND coalesce(to_at, ?1) >= ?3 ORDER BY from_at, id
  `)

  const person = (): number | null => integerOrNull(newest.get() ?? {}, 'user_id')

  return {
    see(agent, at, lastGoodAt) {
      const row = lasting.get()
      const user = agent?.onlineUserId
      const stays = integerOrNull(row ?? {}, 'user_id') === user && row?.['extension'] === agent?.extension
      if (row !== undefined && stays) return
      if (row !== undefined) end.run(lastGoodAt ?? 0, integer(row, 'id'))
      if (agent !== null && user !== undefined) begin.run(agent.extension, user, agent.name, at)
    },
    person,
    between: (from, to) =>
      between.all(heartbeat.read()?.lastGoodAt ?? 0, person(), from, to).map((row) => ({
        extension: text(row, 'extension'),
        agent: text(row, 'agent'),
        from: integer(row, 'from_at'),
        to: integer(row, 'until'),
      })),
  }
}
