import { describe, expect, it } from 'vitest'
import { openSecrets } from './secrets.ts'
import type { SecretsParts } from './secrets.ts'

const BASE = 'https://host.example/comet/API'
const quiet = { info: () => {}, warn: () => {} }

function keychain(over: Partial<SecretsParts['safeStorage']> = {}): SecretsParts['safeStorage'] {
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    encryptStringAsync: (text) => Promise.resolve(Buffer.from(text).reverse()),
    decryptStringAsync: (bytes) =>
      Promise.resolve({ result: Buffer.from(bytes).reverse().toString(), shouldReEncrypt: false }),
    getSelectedStorageBackend: () => 'gnome_libsecret',
    setUsePlainTextEncryption: () => {},
    ...over,
  }
}

function disk(text: string | null = null) {
  const file = { text, writes: 0 }
  const write = (next: string): void => {
    file.text = next
    file.writes += 1
  }
  return { file, read: () => file.text, write }
}

/** As the keychain below would have written it. */
const sealed = (text: string) => Buffer.from(text).reverse().toString('base64')

const open = (parts: Partial<SecretsParts>) =>
  openSecrets({ safeStorage: keychain(), platform: 'linux', log: quiet, ...disk(), ...parts })

describe('secrets', () => {
  it('has no code at first', async () => {
    const secrets = await open({})
    expect([secrets.state(BASE), secrets.code(BASE), secrets.unreadable]).toEqual(['none', null, false])
  })

  it('stores a code encrypted, and finds it again at the next start', async () => {
    const { file, ...io } = disk()
    expect(await (await open(io)).save(BASE, 's3cret-code')).toBe('saved')
    expect(file.text).not.toContain('s3cret-code')
    const again = await open(io)
    expect([again.state(BASE), again.code(BASE)]).toEqual(['stored', 's3cret-code'])
  })

  it('does not give the code to another host, port or scheme', async () => {
    const secrets = await open({})
    await secrets.save(BASE, 's3cret-code')
    for (const other of [
      'https://evil.example/comet/API',
      'https://host.example:8443/comet/API',
      'http://127.0.0.1/comet/API',
      '',
    ]) {
      expect([secrets.code(other), secrets.state(other)]).toEqual([null, 'other-address'])
    }
    expect(secrets.code('https://host.example/other')).toBe('s3cret-code')
  })

  it('encrypts the address along with the code, so that nobody can redirect the code', async () => {
    const { file, ...io } = disk()
    await (await open(io)).save(BASE, 'x')
    expect(file.text).not.toContain('host.example')
    expect(
      Buffer.from(file.text ?? '', 'base64')
        .reverse()
        .toString(),
    ).toBe('{"origin":"https://host.example","code":"x"}')
  })

  it('reports that Linux has no keychain, and still stores the code', async () => {
    const asked: boolean[] = []
    const safeStorage = keychain({
      getSelectedStorageBackend: () => 'basic_text',
      setUsePlainTextEncryption: (use) => void asked.push(use),
    })
    const secrets = await open({ safeStorage })
    expect(secrets.keeping).toBe('plain-text')
    expect(asked).toEqual([true])
    expect(await secrets.save(BASE, 'x')).toBe('saved')
  })

  it('does not query the Linux backend elsewhere', async () => {
    const getSelectedStorageBackend = (): never => {
      throw new Error('linux only')
    }
    const secrets = await open({ platform: 'darwin', safeStorage: keychain({ getSelectedStorageBackend }) })
    expect(secrets.keeping).toBe('protected')
  })

  it('holds a code in memory until quit if it can’t be stored, and writes nothing', async () => {
    const { file, ...io } = disk()
    const safeStorage = keychain({ isAsyncEncryptionAvailable: () => Promise.resolve(false) })
    const secrets = await open({ ...io, safeStorage })
    expect(secrets.keeping).toBe('unavailable')
    expect(await secrets.save(BASE, 'x')).toBe('saved')
    expect([secrets.code(BASE), file.writes]).toEqual(['x', 0])
  })

  it.each(['', '{', '[]', 'null', '{"origin": 3, "code": "x"}'].map(sealed))(
    'reports a file that can not be read: %s',
    async (text) => {
      const secrets = await open(disk(text))
      expect([secrets.unreadable, secrets.state(BASE)]).toEqual([true, 'none'])
    },
  )

  it('reports a code that the keychain can no longer open', async () => {
    const { file, ...io } = disk()
    await (await open(io)).save(BASE, 'x')
    const secrets = await open({
      ...io,
      safeStorage: keychain({ decryptStringAsync: () => Promise.reject(new Error('other key')) }),
    })
    expect([secrets.unreadable, secrets.code(BASE), file.writes]).toEqual([true, null, 1])
  })

  it('encrypts again when the keychain requests it', async () => {
    const { file, ...io } = disk()
    await (await open(io)).save(BASE, 'ab')
    const decryptStringAsync = () =>
      Promise.resolve({
        result: JSON.stringify({ origin: 'https://host.example', code: 'ab' }),
        shouldReEncrypt: true,
      })
    await open({ ...io, safeStorage: keychain({ decryptStringAsync }) })
    expect(file.writes).toBe(2)
  })

  it('leaves the old code in use when a new one can not be written or encrypted', async () => {
    const { file, ...io } = disk()
    const full = await open({
      ...io,
      write: () => {
        throw new Error('ENOSPC')
      },
    })
    expect(await full.save(BASE, 'new')).toBe('disk')
    const locked = await open({
      ...io,
      safeStorage: keychain({ encryptStringAsync: () => Promise.reject(new Error('locked')) }),
    })
    expect(await locked.save(BASE, 'new')).toBe('no-keychain')
    expect([full.code(BASE), locked.code(BASE), file.text]).toEqual([null, null, null])
  })
})
