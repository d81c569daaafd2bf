import { dequal } from 'dequal'
import { phaseHere } from '../call-phase.ts'
import type { TeamMemory } from '../team/reduce-team.ts'
import type { Phase, ReadCall, ReadExtension, Recording, SeenCall, SeenExtension } from '../domain.ts'

/** What is known of a call from earlier responses. */
export type KnownCall = Omit<SeenCall, 'answeredApiSeconds'> & Partial<Pick<SeenCall, 'answeredApiSeconds'>>

/**
 * Extensions as a response shows them. A field that the response leaves out is filled in from what is known about the
 * extension and its calls: from the last response about everyone or, for the `watched` extension, from its own last one
 * (null before the first). A complete extension is returned as the same object, and so is the list.
 */
export function filledIn(
  read: readonly ReadExtension[],
  { answer, seen }: Pick<TeamMemory, 'answer' | 'seen'>,
  watched: SeenExtension | null,
): readonly SeenExtension[] {
  const filled = read.map((extension, index): SeenExtension => {
    const { extension: name } = extension
    if (watched?.extension === name) return fillExtension(extension, watched)
    // Usually in the same place, which is much faster for thousands than by name.
    const last = answer?.[index]
    return last === extension ? last : fillExtension(extension, seen.get(name))
  })
  return isSameList(read, filled) ? read : filled
}

function fillExtension(read: ReadExtension, known: SeenExtension | undefined): SeenExtension {
  if (known === read) return known
  const before = new Map(known?.calls.map((call) => [call.key, call]))
  const calls = read.calls.map((call) => fillCall(call, before.get(call.key)))
  const onlineUserId = read.onlineUserId ?? known?.onlineUserId ?? 0
  // Another person has another name. If nobody is logged in, the API still names the last person.
  const keepsName = onlineUserId === 0 || known?.onlineUserId === onlineUserId
  const missing = {
    ...(read.owner === '' && known !== undefined ? { owner: known.owner } : {}),
    ...(read.userId === undefined && known?.userId !== undefined ? { userId: known.userId } : {}),
    ...(read.representative === '' && known !== undefined && keepsName
      ? { representative: known.representative }
      : {}),
    ...(read.status.number === null && known !== undefined ? { status: known.status } : {}),
  }
  return isWhole(read, calls) && addsNothing(read, missing)
    ? read
    : { ...read, ...missing, onlineUserId, calls }
}

/**
 * A call with missing fields filled in from what is known about it, and dialling where the agent's own phone rings for
 * a call placed here; the same object where neither applies.
 */
export function fillCall(read: ReadCall, known: KnownCall | undefined): SeenCall {
  const missing = known === undefined ? {} : missingFrom(read, known)
  const complete = { ...read, ...missing }
  const phase = phaseHere(complete.phase, complete.direction)
  if (isWholeCall(read) && phase === read.phase && addsNothing(read, missing)) return read
  return { ...complete, phase, answered: read.answered ?? known?.answered ?? false }
}

function missingFrom(read: ReadCall, known: KnownCall): Partial<SeenCall> {
  const { phase, statusWord, direction, phone, name, did, startedApiSeconds, transferredFrom } = known
  const saysNoStatus = read.phase === 'other' && read.statusWord === ''
  const { answeredApiSeconds = null } = known
  // A call that rings again hasn't been answered yet.
  const goesOn = isTalk(known.phase) && (saysNoStatus || isTalk(read.phase))
  const isMore = Object.keys(known.customData).some((key) => !Object.hasOwn(read.customData, key))
  return {
    ...(saysNoStatus ? { phase, statusWord } : {}),
    ...(read.direction === 'unknown' ? { direction } : {}),
    ...(read.phone.received === '' ? { phone } : {}),
    ...(read.name === '' ? { name } : {}),
    ...(read.did === null ? { did } : {}),
    ...(read.startedApiSeconds === null ? { startedApiSeconds } : {}),
    ...(read.transferredFrom === null ? { transferredFrom } : {}),
    ...(goesOn && read.answeredApiSeconds === null ? { answeredApiSeconds } : {}),
    ...recordingFrom(read.recording, known.recording),
    ...(isMore ? { customData: { ...known.customData, ...read.customData } } : {}),
  }
}

const isTalk = (phase: Phase): boolean => phase === 'talking' || phase === 'held'

function recordingFrom(read: Recording, known: Recording): Partial<SeenCall> {
  const state = read.state === 'unknown' ? known.state : read.state
  const fileName = read.fileName === '' ? known.fileName : read.fileName
  return state === read.state && fileName === read.fileName ? {} : { recording: { state, fileName } }
}

const isWholeCall = (read: ReadCall): read is SeenCall => read.answered !== null

const isWhole = (read: ReadExtension, calls: readonly SeenCall[]): read is SeenExtension =>
  read.onlineUserId !== null && isSameList(read.calls, calls)

const isSameList = <T>(read: readonly unknown[], filled: readonly T[]): read is readonly T[] =>
  read.length === filled.length && filled.every((one, index) => one === read[index])

/** True if filling in changes nothing because nothing was missing. */
const addsNothing = (read: object, missing: object): boolean =>
  Object.keys(missing).length === 0 || dequal({ ...read, ...missing }, read)
