// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { DiallingView, DialView } from '../../core/dialling/dialling-view.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow } from '../testing/open-window.ts'
import { aCall, aMissedCall, aState, NOW, PHONE } from '../testing/samples.ts'

const ID = '5e0c1f9a-0a8e-4a65-8d57-2f8a3d1f7a10'
const dial: DialView = {
  ...{ id: ID, stage: 'confirming', reached: null, phone: PHONE, name: 'Noa', target: '972722776772' },
  ...{ extension: 'SIPSIP2', why: null, since: NOW },
}
const OFFERED: DiallingView = { from: 'SIPSIP2', hangsUp: 'SIPSIP2', dial: null, hangUp: null }

async function opened(change: Partial<DiallingView>, calls = [] as ReturnType<typeof aCall>[]) {
  const companion = fakeCompanion({
    'state:read': () => aState({ calls }, { missed: [aMissedCall()], dialling: { ...OFFERED, ...change } }),
  })
  const window = await openWindow(companion)
  await flushPromises()
  const asked = (channel: string) => companion.asked.filter(([name]) => name === channel)
  const button = (name: string): HTMLButtonElement | undefined =>
    [...document.querySelectorAll('button')].findLast(
      (one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === name,
    )
  return { ...window, companion, asked, button }
}

describe('a Call button', () => {
  it('is shown only where calls can be placed, and only opens the confirmation', async () => {
    const none = await opened({ from: null })
    expect(none.button('Call this number')).toBeUndefined()
    const { button, asked } = await opened({})
    button('Call this number')?.click()
    button('Call this number')?.click()
    await flushPromises()
    expect(asked('dial:call').map(([, id, key]) => [String(id).length, key])).toEqual([
      ...[[36, 'SIPSIP2/missed1']],
      ...[[36, 'SIPSIP2/missed1']],
    ])
    expect(asked('dial:confirm')).toEqual([])
  })

  it('is disabled while a call is being placed', async () => {
    const { button } = await opened({ dial: { ...dial, stage: 'own-leg' } })
    expect(button('Call this number')?.disabled).toBe(true)
  })
})

describe('the confirmation before a call', () => {
  const yes = () => document.querySelector<HTMLButtonElement>('dialog .primary')
  const type = (key: string): void =>
    void document.querySelector('dialog')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))

  it('accepts a click half a second after it appeared, not earlier', async () => {
    const { asked, clock } = await opened({ dial })
    await flushPromises()
    yes()?.click()
    expect(asked('dial:confirm')).toEqual([])
    await clock.advance(500)
    yes()?.click()
    expect(asked('dial:confirm')).toEqual([['dial:confirm', ID]])
  })

  it('accepts no key from an agent who is still typing', async () => {
    const { asked, clock } = await opened({ dial })
    await flushPromises()
    await clock.advance(450)
    type('h')
    await flushPromises()
    await clock.advance(450)
    yes()?.click()
    expect(asked('dial:confirm')).toEqual([])
  })
})

describe('hanging up', () => {
  const talk = (ivrid: string) => aCall({ ivrid, phase: 'talking', connected: true, answered: true })
  const agree = () => document.querySelector<HTMLButtonElement>('.ask .danger')

  it('asks for confirmation first, and twice if there are more calls', async () => {
    const { button, asked, clock } = await opened({}, [talk('a'), talk('b')])
    button('Hang up')?.click()
    await flushPromises()
    expect(asked('dial:hang-up')).toEqual([])
    await clock.advance(500)
    agree()?.click()
    await flushPromises()
    expect(document.querySelector('.ask')?.textContent).toContain('There are 2 calls')
    await clock.advance(500)
    agree()?.click()
    await flushPromises()
    expect(asked('dial:hang-up')).toEqual([['dial:hang-up', 2]])
  })

  it('isn’t offered if it is off, or for a ringing call', async () => {
    const { button } = await opened({ hangsUp: null }, [talk('a')])
    expect(button('Hang up')).toBeUndefined()
    const ringing = await opened({}, [aCall()])
    expect(ringing.button('Hang up')).toBeUndefined()
  })
})
