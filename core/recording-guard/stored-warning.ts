import * as v from 'valibot'
import type { CallKey, Phone } from '../domain.ts'
import { parsedJson } from '../parsed-json.ts'
import { MALFORMED, UNREACHABLE } from '../telephony/failure-shape.ts'
import type { GuardWarning } from './guard-state.ts'

/**
 * A warning as text, to be read after a restart: everything except its id, its call and that call's number. The text
 * calls the remedy `mend`.
 */
export function storedText({ id: _id, call: _call, phone: _phone, remedy, ...rest }: GuardWarning): string {
  return JSON.stringify({ ...rest, mend: remedy })
}

/** The stored warning, with id 0; null where the text isn't a warning. */
export function readWarning(
  text: string,
  about: { readonly call: CallKey; readonly phone: Phone | null },
): GuardWarning | null {
  const read = v.safeParse(WARNING, parsedJson(text))
  if (!read.success) return null
  const { mend: remedy, ...rest } = read.output
  return { ...rest, remedy, ...about, id: 0 }
}

const WHY = v.variant('kind', [
  v.object({ kind: v.literal('no-such-call') }),
  v.object({ kind: v.literal('not-done'), code: v.string() }),
  v.object({
    kind: v.literal('refused'),
    why: v.picklist(['address', 'code']),
    err: v.exactOptional(v.literal(1)),
  }),
  v.object({ kind: v.literal('limited'), retryAfterMs: v.nullable(v.number()) }),
  v.object({
    kind: v.literal('faulty'),
    status: v.number(),
    err: v.nullable(v.number()),
    retryAfterMs: v.exactOptional(v.number()),
  }),
  MALFORMED,
  UNREACHABLE,
])

const BASE = {
  at: v.number(),
  mend: v.variant('do', [
    v.object({ do: v.picklist(['mute', 'unmute']), call: v.string() }),
    v.object({ do: v.literal('acknowledge') }),
  ]),
}

const WARNING = v.variant('kind', [
  v.object({ ...BASE, kind: v.literal('muted-too-long'), since: v.number() }),
  v.object({
    ...BASE,
    kind: v.literal('recorded-again'),
    because: v.picklist(['new-call', 'resumed', 'unmuted-elsewhere']),
  }),
  v.object({ ...BASE, kind: v.picklist(['ended-muted', 'left-muted']), from: v.number(), to: v.number() }),
  v.object({ ...BASE, kind: v.literal('refused'), muted: v.boolean(), why: WHY }),
  v.object({ ...BASE, kind: v.literal('unconfirmed'), muted: v.boolean(), why: v.nullable(WHY) }),
])
