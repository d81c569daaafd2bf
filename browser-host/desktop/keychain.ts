import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { SimulatedSystem } from '../simulated-system.ts'

/**
 * How the keychain should behave in a test (`RINGSIDE_HOST_KEYCHAIN`). `usual`: Windows and macOS have one, Linux has
 * none. `keyring`: Linux has one too. `waits`: it opens when the System panel says so. `refuses`: it returned no key,
 * like a keyring whose prompt was dismissed. `none`: this computer can't encrypt (Linux always can).
 */
export type KeychainKind = (typeof KINDS)[number]

const KINDS = ['usual', 'keyring', 'waits', 'refuses', 'none'] as const

/** The kind that the environment names; throws for an unknown word. */
export function keychainKind(env: NodeJS.ProcessEnv): KeychainKind {
  const word = env['RINGSIDE_HOST_KEYCHAIN'] ?? 'usual'
  const kind = KINDS.find((one) => one === word)
  if (kind === undefined) throw new Error(`RINGSIDE_HOST_KEYCHAIN must be one of ${KINDS.join(', ')}.`)
  return kind
}

/** Whether Linux has a keyring; only there is it something separate. */
export const hasKeyring = (kind: KeychainKind, { platform }: SimulatedSystem): boolean =>
  platform === 'linux' && kind !== 'usual' && kind !== 'none'

/** How Chromium's encryptor encrypts a text; null if it fails. Created once, with the keys available at that time. */
export interface Encryptor {
  encrypt(plainText: string): Buffer | null
  decrypt(sealed: Buffer): Decrypted | 'temporarily' | null
}

export interface Decrypted {
  readonly result: string
  readonly shouldReEncrypt: boolean
}

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * The encryptor with the keys that this system provides. What it encrypts starts with the key's tag; for a key that
 * couldn't be obtained, only the tag is known (os_crypt_async.cc, HandleKey). On Linux `v10` is a key that everyone
 * has, in addition to any other (shell/browser/browser_process_impl.cc:515); here it is in `keyFile`, and the keyring's
 * key in a file next to it.
 */
export function createEncryptor(kind: KeychainKind, system: SimulatedSystem, keyFile: string): Encryptor {
  const own = system.platform === 'linux' || (kind !== 'refuses' && kind !== 'none')
  const keys = new Map<string, Buffer | null>()
  if (own) keys.set('v10', readKey(keyFile))
  else if (kind === 'refuses') keys.set('v10', null)
  if (hasKeyring(kind, system)) keys.set('v11', kind === 'refuses' ? null : readKey(`${keyFile}ring`))
  const [best] = [...keys].flatMap(([tag, key]) => (key === null ? [] : [{ tag, key }])).reverse()

  return {
    encrypt: (plainText) =>
      best === undefined ? null : Buffer.concat([Buffer.from(best.tag), encrypt(best.key, plainText)]),
    decrypt(sealed) {
      const tag = sealed.subarray(0, 3).toString('latin1')
      const key = keys.get(tag)
      if (key === undefined) return null
      if (key === null) return 'temporarily'
      const result = decrypt(key, sealed.subarray(3))
      return result === null ? null : { result, shouldReEncrypt: tag !== best?.tag }
    },
  }
}

function readKey(path: string): Buffer {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(path)
}

function encrypt(key: Buffer, plainText: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Null for text that this key didn't encrypt. */
function decrypt(key: Buffer, sealed: Buffer): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const rest = sealed.subarray(NONCE_BYTES + TAG_BYTES)
    return decipher.update(rest, undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}
