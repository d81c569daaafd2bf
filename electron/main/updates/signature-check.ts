import { parseDn } from 'builder-util-runtime'
import type { ProgramAnswer } from '../../../core/policy/policy-parts.ts'
import type { Logger } from '../system/log.ts'
import { SIGNATURE_NOT_CHECKED } from './update-source.ts'
import { attempt } from '../system/attempt.ts'

/**
 * What Windows reports about a file's signature. `status` 0 is valid (.NET's SignatureStatus); `subject` is the
 * signer's name.
 */
interface Signature {
  readonly status: number
  readonly subject: string
}

/**
 * A check of a downloaded file for electron-updater: null if one of these publishers signed it, else why not. Rejects
 * with the code `SIGNATURE_NOT_CHECKED` if that is unknown: electron-updater's own check would accept the file then.
 */
export function createSignatureCheck(
  ask: (file: string) => Promise<ProgramAnswer>,
  log: Pick<Logger, 'warn'>,
): (publishers: readonly string[], file: string) => Promise<string | null> {
  return async (publishers, file) => {
    const answer = await ask(file)
    const signature = answer.kind === 'done' ? readSignature(answer.output) : null
    if (signature === null) {
      const why = answer.kind === 'done' ? 'unreadable' : answer.kind
      log.warn(`the update’s signature could not be checked: ${why}`)
      throw Object.assign(new Error(why), { code: SIGNATURE_NOT_CHECKED })
    }
    if (signature.status !== 0) return `status ${signature.status}`
    return publishers.some((publisher) => isNamed(publisher, signature.subject)) ? null : 'another publisher'
  }
}

/**
 * A publisher is given by a full name such as `CN=…, O=…`, all parts of which must match the signer's, or by its CN
 * alone. A signer with several of such a part, other than units, has no clear name.
 */
function isNamed(publisher: string, subject: string): boolean {
  const signer = partsOf(subject)
  const has = (part: string, value: string | undefined): boolean => {
    const values = signer.get(part) ?? []
    return values.at(-1) === value && (values.length === 1 || UNITS.includes(part))
  }
  const wanted = [...partsOf(publisher)].map(([part, values]) => [part, values.at(-1)] as const)
  // An administrator may have written it as in RFC 2253.
  const named = wanted.length > 0 ? wanted : [...parseDn(publisher)]
  if (named.length === 0) return publisher !== '' && has('CN', publisher)
  return named.every(([part, value]) => has(part, value))
}

/** Parts of which a name usually has several. */
const UNITS: readonly string[] = ['OU', 'DC']

const PART = /([^=,;+"]+)=("(?:[^"]|"")*"|[^,;+"]*)(?:[,;+]|$)/y

/**
 * The parts of a name as Windows writes it: special characters are in quotes, quotes are doubled, and a backslash is one,
 * which parseDn takes for an escape. Empty if it can't be read.
 */
function partsOf(subject: string): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>()
  PART.lastIndex = 0
  while (PART.lastIndex < subject.length) {
    const [, name = '', value = ''] = PART.exec(subject) ?? []
    if (name === '') return new Map()
    const plain = value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value.trim()
    parts.set(name.trim(), [...(parts.get(name.trim()) ?? []), plain])
  }
  return parts
}

function readSignature(output: string): Signature | null {
  const raw = attempt((): unknown => JSON.parse(output))
  if (typeof raw !== 'object' || raw === null || !('status' in raw) || !('subject' in raw)) return null
  const { status, subject } = raw
  if (typeof status !== 'number' || !Array.isArray(subject) || !subject.every(isCharCode)) return null
  return { status, subject: String.fromCharCode(...subject) }
}

const isCharCode = (one: unknown): one is number => typeof one === 'number' && one >= 0 && one <= 0xffff
