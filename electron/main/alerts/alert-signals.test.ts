import { describe, expect, it } from 'vitest'
import type { Call } from '../../../core/domain.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings/settings.ts'
import { NOTHING_KNOWN } from '../../../core/session/reduce.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { createAlertSignals, type SignalledState } from './alert-signals.ts'
import { createBlink } from './blink.ts'
import { createSounds } from './sounds.ts'
import { sampleCall } from '../testing/sample-call.ts'

const NOW = 1_790_000_000_000
const LOUD: Partial<Settings> = {
  sounds: { ring: 'ringside', missed: 'ringside', queue: 'none', recording: 'ringside' },
}
const RING = { sound: 'ring', volume: 60, repeats: true }
const NOTICE = { sound: 'notice', volume: 60, repeats: false }

const scene = (calls: readonly Call[], change: Partial<SignalledState> = {}): SignalledState => ({
  watch: { ...NOTHING_KNOWN, connection: { kind: 'live' }, calls },
  missed: [],
  queues: { connection: { kind: 'off' } },
  alertedCauses: [],
  recordingWarnings: [],
  alertsPausedUntil: null,
  ...change,
})

const ringing = sampleCall()
const talking: Call = { ...ringing, phase: 'talking', connected: true }

function aDesk(change: Partial<Settings>, motion = true) {
  let settings: Settings = { ...DEFAULT_SETTINGS, ...change }
  const clock = virtualClock(NOW)
  const heard: unknown[] = []
  const icon: boolean[] = []
  const blink = createBlink({
    clock,
    settings: () => settings,
    reducedMotion: () => !motion,
    show: (visible) => icon.push(visible),
  })
  const sounds = createSounds(
    () => settings,
    (sound) => heard.push(sound),
  )
  const signals = createAlertSignals(sounds, blink, clock.now)
  signals.take(scene([]))
  return {
    clock,
    heard,
    icon,
    blink,
    signals,
    set: (next: Partial<Settings>) => (settings = { ...settings, ...next }),
  }
}

describe('Ringside’s own sound', () => {
  it('repeats while it rings, and stops when the call is answered', () => {
    const { heard, signals } = aDesk(LOUD)
    signals.take(scene([ringing]))
    signals.take(scene([ringing]))
    expect(heard).toEqual([RING])
    signals.take(scene([talking]))
    expect(heard).toEqual([RING, null])
  })

  it('sounds once for a lasting queue condition, whatever the connection and the agent’s login do meanwhile', () => {
    const { heard, signals } = aDesk({ sounds: { ...DEFAULT_SETTINGS.sounds, queue: 'ringside' } })
    const status = (word: 'login' | 'logout') => ({ word, number: word === 'login' ? 1 : 2 })
    const agent = { name: 'Dana Levi', extension: 'SIPSIP2', statusSince: NOW }
    const waits = (
      kind: 'live' | 'connecting',
      word: 'login' | 'logout',
      alertedCauses = ['first-waiting/1'],
    ) => {
      const quiet = scene([])
      const connection = kind === 'live' ? { kind } : { kind, failure: null }
      return {
        ...quiet,
        watch: { ...quiet.watch, agent: { ...agent, status: status(word) } },
        queues: { connection },
        alertedCauses,
      }
    }
    for (const one of [
      waits('live', 'login', []),
      waits('live', 'login'),
      waits('connecting', 'login'),
      waits('live', 'login'),
      waits('live', 'logout'),
      waits('live', 'login'),
    ])
      signals.take(one)
    expect(heard.filter((sound) => sound !== null)).toEqual([NOTICE])
    signals.take(waits('live', 'login', ['first-waiting/1', 'threshold/1']))
    expect(heard.filter((sound) => sound !== null)).toHaveLength(2)
  })

  it('stops when the connection is lost: the call may no longer be ringing', () => {
    const { heard, signals } = aDesk(LOUD)
    signals.take(scene([ringing]))
    const { watch, ...rest } = scene([ringing])
    const failure = { kind: 'unreachable', why: 'network' } as const
    signals.take({ ...rest, watch: { ...watch, connection: { kind: 'stale', since: NOW, failure } } })
    expect(heard).toEqual([RING, null])
  })

  it('sounds once for a missed call, and not for calls missed earlier', () => {
    const { heard, signals } = aDesk(LOUD)
    const missed = { ...ringing, endedAt: NOW, seen: false }
    signals.take(scene([], { missed: [{ ...missed, key: 'S/earlier' }] }))
    signals.take(scene([ringing], { missed: [] }))
    signals.take(scene([], { missed: [missed] }))
    expect(heard).toEqual([RING, null, NOTICE])
  })

  it('lets no notice cut a ring short', () => {
    const { heard, signals } = aDesk(LOUD)
    signals.take(scene([ringing]))
    signals.take(scene([ringing], { recordingWarnings: [{ id: 1 }] }))
    expect(heard).toEqual([RING])
  })

  it('repeats a ring that the window lost, and nothing that was over', () => {
    const { heard, signals } = aDesk(LOUD)
    signals.soundAgain()
    expect(heard).toEqual([])
    signals.take(scene([ringing]))
    signals.soundAgain()
    expect(heard).toEqual([RING, RING])
    signals.take(scene([talking]))
    signals.soundAgain()
    expect(heard).toEqual([RING, RING, null])
  })

  it('is silent while alerts are paused, with a desk phone, or when another sound is set', () => {
    const paused = aDesk(LOUD)
    paused.signals.take(scene([ringing], { alertsPausedUntil: NOW + 1 }))
    const desk = aDesk({ ...LOUD, deskPhone: true })
    desk.signals.take(scene([ringing]))
    const system = aDesk({})
    system.signals.take(scene([ringing]))
    expect([paused.heard, desk.heard, system.heard]).toEqual([[], [], []])
  })

  it('stops at once when the desk phone is chosen or alerts are paused', () => {
    const desk = aDesk(LOUD)
    desk.signals.take(scene([ringing]))
    desk.set({ deskPhone: true })
    desk.signals.refresh()
    expect(desk.heard).toEqual([RING, null])
    const paused = aDesk(LOUD)
    paused.signals.take(scene([ringing]))
    paused.signals.take(scene([ringing], { alertsPausedUntil: NOW + 60_000 }))
    expect(paused.heard).toEqual([RING, null])
  })
})

describe('the blinking icon', () => {
  it('toggles once a second while the call rings', async () => {
    const { clock, icon, signals } = aDesk({})
    signals.take(scene([ringing]))
    await clock.advance(2000)
    expect(icon).toEqual([false, true, false, true])
    signals.take(scene([talking]))
    expect(icon.at(-1)).toBe(true)
    const after = icon.length
    await clock.advance(5000)
    expect(icon).toHaveLength(after)
  })

  it('stops once the agent has looked, and does not start while they are looking', async () => {
    const { clock, icon, signals, blink } = aDesk({})
    signals.take(scene([ringing]))
    await clock.advance(800)
    blink.look(true)
    expect(icon).toEqual([false, true])
    signals.take(scene([ringing, { ...ringing, key: 'S/second' }]))
    await clock.advance(3000)
    expect(icon).toHaveLength(2)
  })

  it('does not blink when the system asks for reduced motion, or the setting is off', async () => {
    const still = aDesk({}, false)
    still.signals.take(scene([ringing]))
    await still.clock.advance(3000)
    const off = aDesk({ blinks: { ...DEFAULT_SETTINGS.blinks, ring: false } })
    off.signals.take(scene([ringing]))
    await off.clock.advance(3000)
    expect([still.icon, off.icon]).toEqual([[], []])
  })
})

describe('blink and sound as rungs of the ladder', () => {
  it('blink until withdrawn, whatever the blink setting', async () => {
    const { clock, icon, blink } = aDesk({
      blinks: { ring: false, missed: false, queue: false, recording: false },
    })
    expect(blink.raise('ring-1')).toBe(true)
    await clock.advance(1_000)
    expect(icon).toEqual([false, true])
    blink.lower('ring-1')
    await clock.advance(5_000)
    expect(icon).toEqual([false, true, true])
  })

  it('do not blink with reduced motion, and report that', () => {
    expect(aDesk({}, false).blink.raise('ring-1')).toBe(false)
  })

  it('stop blinking when the agent looks', async () => {
    const { clock, icon, blink } = aDesk({})
    blink.raise('missed-1')
    blink.look(true)
    const before = icon.length
    await clock.advance(5_000)
    expect(icon).toHaveLength(before)
  })

  it('sound a ring until it is withdrawn, once for two of them, and a notice once', () => {
    const heard: unknown[] = []
    const sounds = createSounds(
      () => DEFAULT_SETTINGS,
      (sound) => heard.push(sound),
    )
    sounds.raise({ id: 'ring-1', kind: 'ring' })
    sounds.raise({ id: 'ring-2', kind: 'ring' })
    sounds.lower('ring-1')
    expect(heard).toEqual([RING])
    sounds.lower('ring-2')
    sounds.lower('ring-2')
    sounds.raise({ id: 'missed-1', kind: 'missed' })
    expect(heard).toEqual([RING, null, NOTICE])
  })
})
