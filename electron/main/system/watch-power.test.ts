import { EventEmitter } from 'node:events'
import type { PowerMonitor } from 'electron/main'
import { expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { watchPower } from './watch-power.ts'

function setUp() {
  const emitter = new EventEmitter()
  const clock = virtualClock()
  const net = { online: true }
  const told: string[] = []
  const stop = watchPower({
    powerMonitor: emitter as unknown as PowerMonitor,
    isOnline: () => net.online,
    clock,
    onSleep: () => told.push('sleep'),
    onWake: () => told.push('wake'),
  })
  return { emitter, clock, net, told, stop }
}

it('tells of sleep and of waking', () => {
  const { emitter, told } = setUp()
  emitter.emit('suspend')
  emitter.emit('resume')
  expect(told).toEqual(['sleep', 'wake'])
})

it('tells once of a network that returns, and nothing of one that goes', async () => {
  const { clock, net, told } = setUp()
  net.online = false
  await clock.advance(9000)
  expect(told).toEqual([])
  net.online = true
  await clock.advance(9000)
  expect(told).toEqual(['wake'])
})

it('does not wake by a network that returns while the computer sleeps', async () => {
  const { emitter, clock, net, told } = setUp()
  net.online = false
  await clock.advance(3000)
  emitter.emit('suspend')
  net.online = true
  await clock.advance(3000)
  expect(told).toEqual(['sleep'])
})

it('ends', async () => {
  const { emitter, clock, net, told, stop } = setUp()
  net.online = false
  await clock.advance(3000)
  stop()
  net.online = true
  await clock.advance(9000)
  emitter.emit('suspend')
  expect(told).toEqual([])
})
