import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { played } from '../played.ts'

type Played = Pick<
  Electron.SafeStorage,
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
  | 'setUsePlainTextEncryption'
>

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Electron's `safeStorage` without a keychain: AES-256-GCM with a key in a file that only its owner may read. Who
 * can read that file can read all, which is what Electron calls `basic_text`; so that is what it says it is. The
 * synchronous calls, which Electron has deprecated, are not played. With RINGSIDE_HOST_NO_KEYCHAIN set there is not even
 * that: nothing is encrypted or decrypted.
 */
export function createSafeStorage(keyFile: () => string) {
  const storage: Played = {
    isAsyncEncryptionAvailable: () => Promise.resolve(isThere()),
    encryptStringAsync: async (plainText) => Promise.resolve(encrypt(readKey(keyFile()), plainText)),
    decryptStringAsync: async (encrypted) =>
      Promise.resolve({ result: decrypt(readKey(keyFile()), encrypted), shouldReEncrypt: false }),
    getSelectedStorageBackend: () => (isThere() ? 'basic_text' : 'unknown'),
    setUsePlainTextEncryption: () => undefined,
  }
  return played('safeStorage', storage)
}

const isThere = (): boolean => process.env['RINGSIDE_HOST_NO_KEYCHAIN'] === undefined

function readKey(path: string): Buffer {
  if (!isThere()) throw new Error('Encryption is not available.')
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

function decrypt(key: Buffer, encrypted: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAuthTag(encrypted.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return (
    decipher.update(encrypted.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  )
}
