import type { HistoryCall } from '../history-call.ts'

/** The calls as one JSON array, one chunk per batch, one object per line. Times are ISO 8601 in UTC. */
export function* exportJson(batches: Iterable<readonly HistoryCall[]>): Generator<string, void, undefined> {
  let before = '[\n'
  for (const calls of batches) {
    for (const call of calls) {
      yield before + JSON.stringify(exported(call))
      before = ',\n'
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

function exported(call: HistoryCall): object {
  return {
    ...call,
    startedAt: iso(call.startedAt),
    answeredAt: iso(call.answeredAt),
    endedAt: iso(call.endedAt),
    parts: call.parts.map(({ kind, from, to }) => ({ kind, from: iso(from), to: iso(to) })),
    ...(call.calledBack === undefined ? {} : { calledBack: iso(call.calledBack) }),
    ...(call.logged === undefined ? {} : { logged: { ...call.logged, at: iso(call.logged.at) } }),
    mutes: call.mutes?.map((mute) => ({ ...mute, from: iso(mute.from), to: iso(mute.to) })) ?? [],
    // The position in the journal's own order means nothing to anyone else.
    rowId: undefined,
    key: undefined,
  }
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
