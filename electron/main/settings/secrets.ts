import type { Clock } from '../../../core/clock.ts'
import type { CodeState, SecretKeeping } from '../../../core/contract.ts'
import { originOf } from '../../../core/settings/code-addresses.ts'
import { createListeners } from '../../../core/listeners.ts'
import type { Keychain } from '../system/keychain.ts'
import type { Logger } from '../system/log.ts'
import { openStoredSecret, type SecretFile, type SecretSaved } from '../system/stored-secret.ts'
import { attempt } from '../system/attempt.ts'

/** The organisation's code, stored by the system's keychain. The code itself never leaves main. */
export interface Secrets {
  /** The code for requests to `url`; null if there is none yet, or it may not be sent to that origin. */
  code(url: string): string | null
  state(baseUrl: string): Exclude<CodeState, 'policy'>
  keeping(): SecretKeeping
  /** True if a code was stored that can't be read any more. */
  isUnreadable(): boolean
  /** The keychain takes longer than an unlocked one: it is asking the user for something. */
  isLate(): boolean
  /** Stores a code for these origins only. If it can't be stored, it is kept in memory until the program quits. */
  save(origins: readonly string[], code: string): Promise<SecretSaved>
  /**
   * Allows the stored code to be sent to these origins, too; call only after the user has confirmed them. Does nothing
   * without a code.
   */
  allow(origins: readonly string[]): Promise<SecretSaved>
  /** Called when a secret becomes known, or the keychain is late. */
  readonly onChange: (listener: () => void) => () => void
  end(): void
}

export interface SecretsParts extends SecretFile {
  readonly keychain: Keychain
  readonly clock: Pick<Clock, 'after'>
  readonly log: Pick<Logger, 'warn'>
}

const LATE_MS = 2_000 // a keychain that doesn't ask the user responds within half a second

/** Starts to read what is stored; nothing waits for that. */
export function createSecrets({ keychain, clock, log, read, write }: SecretsParts): Secrets {
  const changes = createListeners<[]>()
  let isLate = false
  const stored = openStoredSecret({
    keychain,
    read,
    write,
    isOwn: (text) => readStoredCode(text) !== null,
    onOpened() {
      if (stored.isUnreadable()) log.warn('the stored code could not be read')
      settle()
    },
    onNotStored: (why) => log.warn(`the entered code could not be stored: ${why}`),
  })
  const isWaiting = (): boolean => keychain.keeping() === 'waiting' || stored.isWaiting()
  const stopLate = clock.after(LATE_MS, () => {
    isLate = isWaiting()
    if (isLate) changes.call()
  })
  void keychain.opened.then(settle)

  function settle(): void {
    if (!isWaiting()) {
      stopLate()
      isLate = false
    }
    changes.call()
  }

  const known = () => readStoredCode(stored.text() ?? '')
  const isFor = (url: string): boolean => known()?.origins.includes(originOf(url)) ?? false

  return {
    keeping: keychain.keeping,
    isUnreadable: stored.isUnreadable,
    isLate: () => isLate && isWaiting(),
    code: (url) => (isFor(url) ? (known()?.code ?? null) : null),
    state(baseUrl) {
      if (known() === null) return stored.isWaiting() ? 'waiting' : 'none'
      return isFor(baseUrl) ? 'stored' : 'other-address'
    },
    save: (origins, code) => stored.save(writeStoredCode({ origins, code })),
    allow(origins) {
      const one = known()
      if (one === null) return Promise.resolve('saved')
      const all = [...new Set([...one.origins, ...origins])]
      return stored.save(writeStoredCode({ origins: all, code: one.code }))
    },
    onChange: changes.add,
    end: stopLate,
  }
}

/** A code and the origins it may be sent to, encrypted together so that neither can be changed without the keychain. */
interface StoredCode {
  readonly origins: readonly string[]
  readonly code: string
}

/** The text that the keychain encrypts. */
const writeStoredCode = ({ origins, code }: StoredCode): string => JSON.stringify({ origins, code })

/** Parses what the keychain decrypted; null if it isn't in our format. An older code has a single `origin`. */
function readStoredCode(text: string): StoredCode | null {
  const raw = attempt((): unknown => JSON.parse(text))
  if (typeof raw !== 'object' || raw === null || !('code' in raw) || typeof raw.code !== 'string') return null
  const origins: unknown = 'origins' in raw ? raw.origins : 'origin' in raw ? [raw.origin] : null
  return isTexts(origins) ? { origins, code: raw.code } : null
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
