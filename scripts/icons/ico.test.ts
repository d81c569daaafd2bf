import { describe, expect, it } from 'vitest'
import { decodeIco, encodeIco } from './ico.ts'

const images = [
  { size: 16, png: Buffer.from('small') },
  { size: 256, png: Buffer.from('the large one') },
]

describe('encodeIco', () => {
  it('can be decoded to every image with its size', () => {
    expect(decodeIco(encodeIco(images)).map(({ size, png }) => [size, Buffer.from(png).toString()])).toEqual([
      [16, 'small'],
      [256, 'the large one'],
    ])
  })

  it('writes the bytes that Windows documents', () => {
    const file = encodeIco([{ size: 32, png: Buffer.from([0xab]) }])
    expect([...file]).toEqual([0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 32, 0, 1, 0, 0, 0, 22, 0, 0, 0, 0xab])
  })

  it('is refused if it is cut off or something else', () => {
    const file = encodeIco(images)
    expect(() => decodeIco(file.subarray(0, file.length - 1))).toThrow('cut short')
    expect(() => decodeIco(Buffer.from('\x89PNG\r\n'))).toThrow('not an icon file')
  })
})
