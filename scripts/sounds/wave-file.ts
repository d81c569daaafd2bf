export const SAMPLE_RATE = 22_050 // enough for tones below 5 kHz, at half the size

/** Samples (-1 to 1) as a WAV file: 16 bit, one channel. */
export function waveFile(samples: readonly number[]): Buffer {
  const data = Buffer.alloc(samples.length * 2)
  for (const [index, sample] of samples.entries()) {
    data.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), index * 2)
  }
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'ascii')
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8, 'ascii')
  head.writeUInt32LE(16, 16) // what follows of this chunk
  head.writeUInt16LE(1, 20) // plain samples
  head.writeUInt16LE(1, 22) // channels
  head.writeUInt32LE(SAMPLE_RATE, 24)
  head.writeUInt32LE(SAMPLE_RATE * 2, 28) // bytes a second
  head.writeUInt16LE(2, 32) // bytes a sample
  head.writeUInt16LE(16, 34) // bits
  head.write('data', 36, 'ascii')
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}
