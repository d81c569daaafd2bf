import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NOTICE, RING, samplesOf, SOUNDS } from './sound.ts'
import { SAMPLE_RATE, waveFile } from './wave-file.ts'

const MAX_BYTES = 80_000

describe('the sounds', () => {
  it.each(SOUNDS.map((sound) => [sound.name, sound] as const))(
    '%s in resources/ is the one that the script makes, and small',
    (name, sound) => {
      const file = readFileSync(join(import.meta.dirname, `../../resources/sounds/${name}.wav`))
      const made = waveFile(samplesOf(sound))
      expect(file.length).toBeLessThan(MAX_BYTES)
      expect(file.length).toBe(made.length)
      expect(file.subarray(0, 44)).toEqual(made.subarray(0, 44))
      // Sines of another processor may round the last bit otherwise.
      const far = samplesOf(sound).filter(
        (sample, index) => Math.abs(sample * 32_767 - file.readInt16LE(44 + index * 2)) > 2,
      )
      expect(far).toEqual([])
    },
  )

  it('begin and end in silence, and never overdrive', () => {
    for (const sound of SOUNDS) {
      const samples = samplesOf(sound)
      const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
      expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.01)
      expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.01)
      expect(loudest).toBeGreaterThan(0.1)
      expect(loudest).toBeLessThan(0.95)
    }
  })

  it('differ in loudness: a notice is softer than a ring', () => {
    const power = (samples: readonly number[]): number => Math.max(...samples.map(Math.abs))
    expect(power(samplesOf(NOTICE))).toBeLessThan(power(samplesOf(RING)) / 1.5)
  })

  it('are plain 16-bit files of one channel', () => {
    const file = waveFile([0, 0.5, -1])
    expect(file.toString('ascii', 0, 4) + file.toString('ascii', 8, 12)).toBe('RIFFWAVE')
    expect(file.readUInt32LE(24)).toBe(SAMPLE_RATE)
    expect([44, 46, 48].map((at) => file.readInt16LE(at))).toEqual([0, 16_384, -32_767])
  })
})
