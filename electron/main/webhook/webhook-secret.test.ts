import { describe, expect, it } from 'vitest'
import { encryptedFile } from '../system/encrypted-file.ts'
import { openWebhookSecret } from './webhook-secret.ts'

function disk(change: { readonly full?: boolean } = {}) {
  const file: { text: string | null } = { text: null }
  return {
    file,
    sealed: encryptedFile({
      safeStorage: {
        encryptStringAsync: (text) => Promise.resolve(Buffer.from(text).reverse()),
        decryptStringAsync: (bytes) =>
          Promise.resolve({ result: Buffer.from(bytes).reverse().toString(), shouldReEncrypt: false }),
      },
      read: () => file.text,
      write(text) {
        if (change.full === true) throw new Error('disk full')
        file.text = text
      },
    }),
  }
}

const log = { warn: () => undefined }

describe('the webhook secret', () => {
  it('is stored encrypted, found again, replaced and removed', async () => {
    const { file, sealed } = disk()
    const open = () => openWebhookSecret({ keeping: 'protected', sealed, log })
    const first = await open()
    expect([first.state(), first.value()]).toEqual(['none', null])
    expect(await first.save('shared s3cret')).toBe('saved')
    expect(file.text).not.toContain('shared s3cret')
    const second = await open()
    expect([second.state(), second.value()]).toEqual(['stored', 'shared s3cret'])
    await second.save(null)
    expect([second.state(), (await open()).state()]).toEqual(['none', 'none'])
  })

  it('is unchanged if the disk refuses', async () => {
    const secret = await openWebhookSecret({ keeping: 'protected', ...disk({ full: true }), log })
    expect([await secret.save('x'), secret.state()]).toEqual(['disk', 'none'])
  })

  it('is held in memory until quit if it can’t be stored', async () => {
    const { file, sealed } = disk()
    const secret = await openWebhookSecret({ keeping: 'unavailable', sealed, log })
    expect([await secret.save('x'), secret.value(), file.text]).toEqual(['saved', 'x', null])
  })
})
