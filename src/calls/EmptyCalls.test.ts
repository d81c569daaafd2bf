// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { StatusWord } from '../../core/domain.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow } from '../testing/open-window.ts'
import { aState, NOW } from '../testing/samples.ts'

const PROMISE = 'As soon as SIPSIP2 rings'

async function shown(state: Parameters<typeof aState>[0]): Promise<string> {
  const { wrapper } = await openWindow(fakeCompanion({ 'state:read': () => aState(state) }))
  await flushPromises()
  const text = wrapper.find('main').text()
  wrapper.unmount()
  return text
}

const agent = (word: StatusWord) => ({
  agent: { name: 'Dana Levi', extension: 'SIPSIP2', status: { word, number: null }, statusSince: NOW },
})

it('promises a ringing caller to an agent who is logged in', async () => {
  for (const word of ['login', 'lunch', 'unknown'] as const)
    expect(await shown(agent(word))).toContain(PROMISE)
})

it('promises no ring to an agent who is logged out, and explains that', async () => {
  const text = await shown(agent('logout'))
  expect(text).toContain('No calls now')
  expect(text).not.toContain('rings')
  expect(text).toContain('Logged out: calls may not reach SIPSIP2 until you log in.')
})

it('promises nothing while nobody is watched', async () => {
  expect(await shown({ agent: null })).not.toContain('rings')
})
