import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { openKeychain, type KeychainParts } from '../system/keychain.ts'
import { createSecrets, type SecretsParts } from './secrets.ts'

const BASE = 'https://host.example/comet/API'
const ORIGIN = 'https://host.example'
const TEMPORARY = 'safeStorage.decryptStringAsync is temporarily unavailable. Please try again.'
type SafeStorage = KeychainParts['safeStorage']

/** Encrypts by inverting bytes, after the tag of the key from Linux' keyring. */
function safe(over: Partial<SafeStorage> = {}): SafeStorage {
  return {
    encryptStringAsync: (text) => Promise.resolve(Buffer.from(sealed(text), 'base64')),
    decryptStringAsync: (bytes) =>
      Promise.resolve({
        result: Buffer.from(bytes.subarray(3)).reverse().toString(),
        shouldReEncrypt: false,
      }),
    ...over,
  }
}

const sealed = (text: string, tag = 'v11') =>
  Buffer.concat([Buffer.from(tag), Buffer.from(text).reverse()]).toString('base64')

function disk(text: string | null = null) {
  const file = { text, writes: 0 }
  const write = (next: string): void => {
    file.text = next
    file.writes += 1
  }
  return { file, read: () => file.text, write }
}

interface Given extends Partial<Pick<SecretsParts, 'read' | 'write'>> {
  readonly safeStorage?: SafeStorage
  readonly platform?: NodeJS.Platform
}

/** In a program that has just started. */
function begun({ safeStorage = safe(), platform = 'linux', ...io }: Given = {}) {
  const clock = virtualClock()
  const logged: string[] = []
  const log = { warn: (line: string) => void logged.push(line) }
  const keychain = openKeychain({ safeStorage, platform, clock })
  const secrets = createSecrets({ keychain, log, clock, ...disk(), ...io })
  let changes = 0
  secrets.onChange(() => (changes += 1))
  return { secrets, clock, logged, keychain, changes: () => changes }
}

/** After the keychain has responded. */
async function open(given: Given = {}) {
  const started = begun(given)
  await started.clock.advance(0)
  return started.secrets
}

describe('secrets', () => {
  it('know no code at first', async () => {
    const secrets = await open()
    expect([secrets.state(BASE), secrets.code(BASE), secrets.isUnreadable()]).toEqual(['none', null, false])
  })

  it('store a code encrypted, and find it again at the next start', async () => {
    const { file, ...io } = disk()
    expect(await (await open(io)).save([ORIGIN], 's3cret-code')).toBe('saved')
    expect(file.text).not.toContain('s3cret-code')
    const again = await open(io)
    expect([again.state(BASE), again.code(BASE)]).toEqual(['stored', 's3cret-code'])
  })

  it('don’t send a code stored for one origin to another, until that is allowed', async () => {
    const { file, ...io } = disk(sealed(JSON.stringify({ origin: ORIGIN, code: 's3cret-code' })))
    const other = 'https://api.example/set'
    const secrets = await open(io)
    expect([secrets.code(BASE), secrets.code(other)]).toEqual(['s3cret-code', null])
    expect(await secrets.allow(['https://api.example'])).toBe('saved')
    const again = await open(io)
    expect([again.code(BASE), again.code(other)]).toEqual(['s3cret-code', 's3cret-code'])
    expect([again.code('https://evil.example/'), file.text?.includes('s3cret')]).toEqual([null, false])
  })

  it('allow nothing while there is no code', async () => {
    const secrets = await open()
    await secrets.allow([ORIGIN])
    expect([secrets.state(BASE), secrets.code(BASE)]).toEqual(['none', null])
  })

  it('do not return the code for another host, port or scheme', async () => {
    const secrets = await open()
    await secrets.save([ORIGIN], 's3cret-code')
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

  it('encrypt the address with the code, so that nobody can redirect the code', async () => {
    const { file, ...io } = disk()
    await (await open(io)).save([ORIGIN], 'x')
    expect(file.text).not.toContain('host.example')
    expect(file.text).toBe(sealed('{"origins":["https://host.example"],"code":"x"}'))
  })

  it.each(['', '{', '[]', 'null', '{"origin": 3, "code": "x"}'].map((text) => sealed(text)))(
    'report a file that can’t be read: %s',
    async (text) => {
      const { secrets, clock, logged } = begun(disk(text))
      await clock.advance(0)
      expect([secrets.isUnreadable(), secrets.state(BASE)]).toEqual([true, 'none'])
      expect(logged).toEqual(['the stored code could not be read'])
    },
  )

  it('report a code that the keychain can’t decrypt any more', async () => {
    const { file, ...io } = disk()
    await (await open(io)).save([ORIGIN], 'x')
    const secrets = await open({
      ...io,
      safeStorage: safe({ decryptStringAsync: () => Promise.reject(new Error('other key')) }),
    })
    expect([secrets.isUnreadable(), secrets.code(BASE), file.writes]).toEqual([true, null, 1])
  })

  it('encrypt again when the keychain requests it', async () => {
    const { file, ...io } = disk()
    await (await open(io)).save([ORIGIN], 'ab')
    const decryptStringAsync = () =>
      Promise.resolve({
        result: JSON.stringify({ origin: 'https://host.example', code: 'ab' }),
        shouldReEncrypt: true,
      })
    await open({ ...io, safeStorage: safe({ decryptStringAsync }) })
    expect(file.writes).toBe(2)
  })

  it('keep the old code if a new one can’t be written or encrypted', async () => {
    const { file, ...io } = disk()
    const full = await open({
      ...io,
      write: () => {
        throw new Error('ENOSPC')
      },
    })
    expect(await full.save([ORIGIN], 'new')).toBe('disk')
    let refuses = false
    const locked = await open({
      ...io,
      safeStorage: safe({
        encryptStringAsync: (text) =>
          refuses ? Promise.reject(new Error('locked')) : safe().encryptStringAsync(text),
      }),
    })
    refuses = true
    expect(await locked.save([ORIGIN], 'new')).toBe('no-keychain')
    expect([full.code(BASE), locked.code(BASE), file.text]).toEqual([null, null, null])
  })
})

describe('how well a computer protects secrets', () => {
  const encryptStringAsync = (text: string) => Promise.resolve(Buffer.from(sealed(text, 'v10'), 'base64'))

  // From Electron's source: its name for the keychain is a guess based on the desktop's name. The encryption itself
  // shows which one it is.
  it('is plain text if Linux encrypts with the key that everyone has, and the code is stored anyway', async () => {
    const secrets = await open({ safeStorage: safe({ encryptStringAsync }) })
    expect(secrets.keeping()).toBe('plain-text')
    expect(await secrets.save([ORIGIN], 'x')).toBe('saved')
    expect((await open()).keeping()).toBe('protected')
  })

  it('is a keychain on other systems, whose key has the same name', async () => {
    for (const platform of ['win32', 'darwin'] as const)
      expect((await open({ platform, safeStorage: safe({ encryptStringAsync }) })).keeping()).toBe(
        'protected',
      )
  })

  it('is nothing if nothing encrypts: a code is known until the program quits, and nothing is written', async () => {
    const { file, ...io } = disk()
    const safeStorage = safe({ encryptStringAsync: () => Promise.reject(new Error('none')) })
    const secrets = await open({ ...io, safeStorage })
    expect(secrets.keeping()).toBe('unavailable')
    expect(await secrets.save([ORIGIN], 'x')).toBe('saved')
    expect([secrets.code(BASE), file.writes]).toEqual(['x', 0])
  })
})

describe('a slow keychain', () => {
  function waiting(io = disk()) {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const safeStorage = safe({
      encryptStringAsync: (text) => promise.then(() => safe().encryptStringAsync(text)),
      decryptStringAsync: (bytes) => promise.then(() => safe().decryptStringAsync(bytes)),
    })
    return { ...begun({ ...io, safeStorage }), answer: () => resolve(undefined) }
  }
  const stored = () => disk(sealed('{"origins":["https://host.example"],"code":"x"}'))

  it('delays nothing, and provides the code when it responds', async () => {
    const { secrets, clock, answer, changes } = waiting(stored())
    await clock.advance(60_000)
    expect([secrets.keeping(), secrets.state(BASE), secrets.code(BASE), secrets.isUnreadable()]).toEqual([
      'waiting',
      'waiting',
      null,
      false,
    ])
    const before = changes()
    answer()
    await clock.advance(0)
    expect([secrets.keeping(), secrets.state(BASE), secrets.code(BASE)]).toEqual(['protected', 'stored', 'x'])
    expect(changes()).toBeGreaterThan(before)
    expect(clock.waiting()).toBe(0)
  })

  it('is logged if it takes longer than an unlocked one, until it responds', async () => {
    const { secrets, clock, answer, changes } = waiting(stored())
    await clock.advance(1_000)
    expect([secrets.isLate(), changes()]).toEqual([false, 0])
    await clock.advance(1_000)
    expect([secrets.isLate(), changes()]).toEqual([true, 1])
    answer()
    await clock.advance(0)
    expect(secrets.isLate()).toBe(false)
  })

  it('stores a code entered in the meantime when it responds, and drops the one that it had', async () => {
    const io = stored()
    const { secrets, clock, answer } = waiting(io)
    await clock.advance(5_000)
    expect(await secrets.save([ORIGIN], 'new')).toBe('saved')
    expect([secrets.state(BASE), secrets.code(BASE), io.file.writes]).toEqual(['stored', 'new', 0])
    answer()
    await clock.advance(0)
    expect([secrets.code(BASE), io.file.writes]).toEqual(['new', 1])
    expect((await open(io)).code(BASE)).toBe('new')
  })

  it('leads to a report if a code entered in the meantime couldn’t be stored', async () => {
    const { secrets, clock, answer, logged } = waiting({
      ...disk(),
      write: () => {
        throw new Error('ENOSPC')
      },
    })
    await secrets.save([ORIGIN], 'new')
    answer()
    await clock.advance(0)
    expect([secrets.code(BASE), logged]).toEqual(['new', ['the entered code could not be stored: disk']])
  })

  it('is asked again while it is temporarily unavailable, less and less often', async () => {
    let tries = 0
    let isOpen = false
    const decryptStringAsync = (bytes: Buffer) => {
      tries += 1
      return isOpen ? safe().decryptStringAsync(bytes) : Promise.reject(new Error(TEMPORARY))
    }
    const { secrets, clock } = begun({ ...stored(), safeStorage: safe({ decryptStringAsync }) })
    await clock.advance(10 * 60_000)
    expect([secrets.state(BASE), secrets.isUnreadable(), secrets.isLate()]).toEqual(['waiting', false, true])
    expect(tries).toBeGreaterThan(5)
    expect(tries).toBeLessThan(30)
    isOpen = true
    await clock.advance(60_000)
    expect([secrets.state(BASE), secrets.code(BASE), secrets.isLate()]).toEqual(['stored', 'x', false])
    expect(clock.waiting()).toBe(0)
  })

  it('is not waited for after another code was entered', async () => {
    const decryptStringAsync = () => Promise.reject(new Error(TEMPORARY))
    const { secrets, clock } = begun({ ...stored(), safeStorage: safe({ decryptStringAsync }) })
    await clock.advance(5_000)
    expect(await secrets.save([ORIGIN], 'new')).toBe('saved')
    expect([secrets.state(BASE), secrets.code(BASE), secrets.isLate()]).toEqual(['stored', 'new', false])
  })

  it('is not asked after the end', async () => {
    const decryptStringAsync = () => Promise.reject(new Error(TEMPORARY))
    const { clock, keychain, secrets } = begun({ ...stored(), safeStorage: safe({ decryptStringAsync }) })
    await clock.advance(1_000)
    keychain.end()
    secrets.end()
    expect(clock.waiting()).toBe(0)
  })
})
