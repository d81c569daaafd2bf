import { strict as assert } from 'node:assert'
import type { Belief } from '../belief.ts'

const FILE = 'shell/browser/api/electron_api_safe_storage.cc'

/** The first one needs a keychain that nobody has used yet, so it must stay first. */
export const safeStorageBeliefs: readonly Belief[] = [
  {
    name: 'safeStorage waits for the keychain without a limit, and then does all that was asked',
    source: `${FILE}:307, :364, :88-139`,
    confidence: 'C',
    async holds({ electron: { safeStorage }, arrange, settle }) {
      await arrange('keychain off')
      const settled: string[] = []
      const note = (what: string) => (): void => void settled.push(what)
      const all = [
        safeStorage.isAsyncEncryptionAvailable().then(note('available')),
        safeStorage.encryptStringAsync('text').then(note('encrypted')),
        safeStorage.decryptStringAsync(Buffer.from('none of its own')).catch(note('not decrypted')),
      ]
      await settle(300)
      assert.deepEqual(settled, [])
      await arrange('keychain on')
      await Promise.all(all)
      assert.equal(settled.length, 3)
    },
  },
  {
    name: 'safeStorage gives back what it encrypted',
    source: `${FILE}:294, :346`,
    confidence: 'C',
    async holds({ electron: { safeStorage } }) {
      const sealed = await safeStorage.encryptStringAsync('text ✓')
      assert.ok(!sealed.includes('text'))
      assert.deepEqual(await safeStorage.decryptStringAsync(sealed), {
        result: 'text ✓',
        shouldReEncrypt: false,
      })
    },
  },
  {
    name: 'safeStorage makes an empty text of nothing',
    source: `${FILE}:333`,
    confidence: 'C',
    async holds({ electron: { safeStorage } }) {
      const { result } = await safeStorage.decryptStringAsync(Buffer.alloc(0))
      assert.equal(result, '')
    },
  },
  {
    name: 'safeStorage rejects what it did not encrypt, and does not call that temporary',
    source: `${FILE}:357; spec/api-safe-storage-spec.ts:170`,
    confidence: 'C',
    async holds({ electron: { safeStorage } }) {
      const why = await safeStorage.decryptStringAsync(Buffer.from('I am unencoded!')).then(
        () => 'decrypted',
        (error: unknown) => String(error),
      )
      assert.match(why, /Error while decrypting the ciphertext/)
    },
  },
  {
    name: 'isAsyncEncryptionAvailable says true, whatever the keychain said',
    source: `${FILE}:91, :97`,
    confidence: 'C',
    async holds({ electron: { safeStorage } }) {
      assert.equal(await safeStorage.isAsyncEncryptionAvailable(), true)
    },
  },
  {
    name: 'on Linux the first three bytes say which key encrypted: v10 is one that everyone has',
    source: 'shell/browser/browser_process_impl.cc:515 (tags: Chromium, posix_key_provider.cc)',
    confidence: 'L',
    on: ['linux', 'wayland'],
    async holds({ electron: { safeStorage } }) {
      const sealed = await safeStorage.encryptStringAsync('text')
      assert.match(sealed.subarray(0, 3).toString('latin1'), /^v1\d$/)
    },
  },
  {
    name: 'only Linux names its keychain',
    source: `${FILE}:72`,
    confidence: 'C',
    holds({ electron: { safeStorage }, system }) {
      const isLinux = system === 'linux' || system === 'wayland'
      assert.equal('getSelectedStorageBackend' in safeStorage, isLinux)
      return Promise.resolve()
    },
  },
]
