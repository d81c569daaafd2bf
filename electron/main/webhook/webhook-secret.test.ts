import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { openKeychain, type KeychainParts } from '../system/keychain.ts'
import { openWebhookSecret } from './webhook-secret.ts'

const SAFE: KeychainParts['safeStorage'] = {
  encryptStringAsync: (text) => Promise.resolve(Buffer.from(text).reverse()),
  decryptStringAsync: (bytes) =>
    Promise.resolve({ result: Buffer.from(bytes).reverse().toString(), shouldReEncrypt: false }),
}

function disk(change: { readonly full?: boolean } = {}) {
  const file: { text: string | null } = { text: null }
  const read = () => file.text
  const write = (text: string): void => {
    if (change.full === true) throw new Error('disk full')
    file.text = text
  }
  return { file, read, write }
}

async function open({ read, write }: ReturnType<typeof disk>, safeStorage = SAFE) {
  const clock = virtualClock()
  const keychain = openKeychain({ safeStorage, platform: 'linux', clock })
  const log = { warn: () => undefined }
  const secret = openWebhookSecret({ keychain, read, write, log, onOpened: () => undefined })
  const early = secret.state()
  await clock.advance(0)
  return { secret, early }
}

describe('the webhook secret', () => {
  it('is stored encrypted, found again, replaced and removed', async () => {
    const io = disk()
    const { secret: first } = await open(io)
    expect([first.state(), first.value()]).toEqual(['none', null])
    expect(await first.save('shared s3cret')).toBe('saved')
    expect(io.file.text).not.toContain('shared s3cret')
    const { secret: second, early } = await open(io)
    expect([early, second.state(), second.value()]).toEqual(['stored', 'stored', 'shared s3cret'])
    await second.save(null)
    expect([second.state(), (await open(io)).secret.state()]).toEqual(['none', 'none'])
  })

  it('stays what it was if the disk refuses', async () => {
    const { secret } = await open(disk({ full: true }))
    expect([await secret.save('x'), secret.state()]).toEqual(['disk', 'none'])
  })

  it('is known until the program quits if nothing can store it', async () => {
    const io = disk()
    const none = { ...SAFE, encryptStringAsync: () => Promise.reject(new Error('none')) }
    const { secret } = await open(io, none)
    expect([await secret.save('x'), secret.value(), io.file.text]).toEqual(['saved', 'x', null])
  })
})
