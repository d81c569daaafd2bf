import { inflateSync } from 'node:zlib'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Opacity of each pixel, 0 to 255, row by row. */
  readonly alpha: readonly number[]
}

const BYTES_PER_PIXEL = 4

/** The opacity of an 8-bit RGBA PNG without interlace: the only kind that the icons are. Throws on any other. */
export function decodePng(file: Uint8Array): Pixels {
  const bytes = Buffer.from(file)
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG')
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  if (bytes.readUInt8(24) !== 8 || bytes.readUInt8(25) !== 6 || bytes.readUInt8(28) !== 0)
    throw new Error('not RGBA')
  const raw = unfilter(inflateSync(imageData(bytes)), width * BYTES_PER_PIXEL, height)
  return {
    width,
    height,
    alpha: Array.from({ length: width * height }, (_, index) => raw[index * 4 + 3] ?? 0),
  }
}

function imageData(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return Buffer.concat(parts)
}

/** Undoes the five line filters: https://www.w3.org/TR/png-3/#9Filters */
function unfilter(data: Buffer, stride: number, height: number): Uint8Array {
  const out = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x < BYTES_PER_PIXEL ? 0 : (out[at - BYTES_PER_PIXEL] ?? 0)
      const up = y === 0 ? 0 : (out[at - stride] ?? 0)
      const corner = x < BYTES_PER_PIXEL || y === 0 ? 0 : (out[at - stride - BYTES_PER_PIXEL] ?? 0)
      out[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4:
      return paeth(left, up, corner)
    default:
      throw new Error(`unknown PNG filter ${filter}`)
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
