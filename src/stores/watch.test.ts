// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { describe, expect, it } from 'vitest'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { aCall, aState } from '../testing/samples.ts'
import { companionKey } from '../use-companion.ts'
import { useWatchStore } from './watch.ts'

function storeOn(companion: FakeCompanion): ReturnType<typeof useWatchStore> {
  const pinia = createPinia()
  createApp({}).provide(companionKey, companion).use(pinia)
  return useWatchStore(pinia)
}

const broken = (): never => {
  throw new Error('main is gone')
}

describe('the watch store', () => {
  it('subscribes before it reads, and stops on request', () => {
    const companion = fakeCompanion({ 'state:read': () => aState() })
    const order: string[] = []
    const store = storeOn({
      ...companion,
      on: (channel, listener) => (order.push('on'), companion.on(channel, listener)),
      request: (channel, ...args) => (order.push(channel), companion.request(channel, ...args)),
    })
    const stop = store.start()
    expect(order).toEqual(['on', 'state:read'])
    stop()
    expect(companion.listeners('state')).toBe(0)
  })

  it('ignores a revision older than its own', async () => {
    const companion = fakeCompanion({ 'state:read': () => aState({}, { revision: 4 }) })
    const store = storeOn(companion)
    store.start()
    companion.push('state', aState({ calls: [aCall()] }, { revision: 5 }))
    await flushPromises()
    expect(store.state?.revision).toBe(5)
    expect(store.cards).toHaveLength(1)
    companion.push('state', aState({}, { revision: 6 }))
    expect(store.cards).toHaveLength(0)
  })

  it('is unchanged if main does not respond', async () => {
    const companion = fakeCompanion({ 'state:read': broken })
    const store = storeOn(companion)
    store.start()
    companion.push('state', aState({ calls: [aCall()] }))
    await store.read()
    expect(store.cards).toHaveLength(1)
  })

  it('reports a failed connection to main as a failed copy and a failed demo', async () => {
    const store = storeOn(fakeCompanion({ 'call:copy': broken, 'demo:start': broken, 'poll:now': broken }))
    expect(await store.copy('SIPSIP2/id1', 'number')).toEqual({ kind: 'failed' })
    expect(await store.startDemo()).toEqual({ kind: 'failed' })
    await expect(store.pollNow()).resolves.toBeUndefined()
  })
})
