import { SAMPLE_RATE } from './wave-file.ts'

/** A struck tone: when it begins and how high it is. */
export interface Tone {
  readonly atSeconds: number
  readonly hertz: number
  /** 0 to 1. */
  readonly loud: number
}

export interface Sound {
  readonly name: string
  readonly seconds: number
  /** In how many seconds a tone fades to a third. */
  readonly fadeSeconds: number
  readonly tones: readonly Tone[]
}

/** A ring: a fourth up, twice, like a desk phone heard from the next room. */
export const RING: Sound = {
  name: 'ring',
  seconds: 1.5,
  fadeSeconds: 0.17,
  tones: [0, 0.62].flatMap((atSeconds) => [
    { atSeconds, hertz: 659.26, loud: 0.42 }, // e''
    { atSeconds: atSeconds + 0.16, hertz: 880, loud: 0.42 }, // a''
  ]),
}

/** A notice: the same two, falling, once and softer. */
export const NOTICE: Sound = {
  name: 'notice',
  seconds: 0.7,
  fadeSeconds: 0.12,
  tones: [
    { atSeconds: 0, hertz: 880, loud: 0.2 },
    { atSeconds: 0.13, hertz: 659.26, loud: 0.2 },
  ],
}

export const SOUNDS: readonly Sound[] = [RING, NOTICE]

/** The samples of a sound, -1 to 1: the same each time. */
export function samplesOf(sound: Sound): readonly number[] {
  const length = Math.round(sound.seconds * SAMPLE_RATE)
  return Array.from({ length }, (_, index) => {
    const second = index / SAMPLE_RATE
    const left = sound.seconds - second
    const sum = sound.tones.reduce(
      (all, tone) => all + at(tone, second - tone.atSeconds, sound.fadeSeconds),
      0,
    )
    return sum * Math.min(1, left / END_SECONDS)
  })
}

const ATTACK_SECONDS = 0.008 // a click would be heard without it
const END_SECONDS = 0.03
/** Overtones of a soft bell: how high over the tone, and how loud beside it. */
const OVERTONES = [
  [1, 1],
  [2, 0.22],
  [3, 0.06],
] as const

function at({ hertz, loud }: Tone, second: number, fadeSeconds: number): number {
  if (second < 0) return 0
  const swell = Math.min(1, second / ATTACK_SECONDS) * Math.exp(-second / fadeSeconds)
  const wave = OVERTONES.reduce(
    (sum, [over, part]) => sum + part * Math.sin(2 * Math.PI * hertz * over * second),
    0,
  )
  return loud * swell * wave
}
