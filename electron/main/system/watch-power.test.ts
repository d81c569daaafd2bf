import { EventEmitter } from 'node:events'
import type { PowerMonitor } from 'electron/main'
import { expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { watchPower } from './watch-power.ts'

function setUp() {
  const emitter = new EventEmitter()
  const clock = virtualClock()
  const net = { online: true }
  const reported: string[] = []
  const stop = watchPower({
    powerMonitor: emitter as unknown as PowerMonitor,
    isOnline: () => net.online,
    clock,
    onSleep: () => reported.push('sleep'),
    onWake: () => reported.push('wake'),
  })
  return { emitter, clock, net, reported, stop }
}

it('reports sleep and wake', () => {
  const { emitter, reported } = setUp()
  emitter.emit('suspend')
  emitter.emit('resume')
  expect(reported).toEqual(['sleep', 'wake'])
})

it('reports once a network that returns, and nothing when one is lost', async () => {
  const { clock, net, reported } = setUp()
  net.online = false
  await clock.advance(9000)
  expect(reported).toEqual([])
  net.online = true
  await clock.advance(9000)
  expect(reported).toEqual(['wake'])
})

it('does not report a wake when a network returns while the computer sleeps', async () => {
  const { emitter, clock, net, reported } = setUp()
  net.online = false
  await clock.advance(3000)
  emitter.emit('suspend')
  net.online = true
  await clock.advance(3000)
  expect(reported).toEqual(['sleep'])
})

it('stops', async () => {
  const { emitter, clock, net, reported, stop } = setUp()
  net.online = false
  await clock.advance(3000)
  stop()
  net.online = true
  await clock.advance(9000)
  emitter.emit('suspend')
  expect(reported).toEqual([])
})
