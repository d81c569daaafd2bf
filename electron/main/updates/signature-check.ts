import { parseDn } from 'builder-util-runtime'
import type { ProgramAnswer } from '../../../core/policy/policy-parts.ts'
import type { Logger } from '../system/log.ts'
import { SIGNATURE_NOT_CHECKED } from './update-source.ts'

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
 * alone.
 */
function isNamed(publisher: string, subject: string): boolean {
  const [wanted, signer] = [parseDn(publisher), parseDn(subject)]
  if (wanted.size === 0) return publisher !== '' && publisher === signer.get('CN')
  return [...wanted].every(([part, value]) => signer.get(part) === value)
}

function readSignature(output: string): Signature | null {
  const raw = parsed(output)
  if (typeof raw !== 'object' || raw === null || !('status' in raw) || !('subject' in raw)) return null
  const { status, subject } = raw
  if (typeof status !== 'number' || !Array.isArray(subject) || !subject.every(isCharCode)) return null
  return { status, subject: String.fromCharCode(...subject) }
}

const isCharCode = (one: unknown): one is number => typeof one === 'number' && one >= 0 && one <= 0xffff

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
