import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** How two pictures differ. `picture`: a PNG of both side by side, and the tiles that differ in red. */
export interface PictureDifference {
  readonly tiles: number
  readonly picture: Buffer
}

// Between what only another browser version changes (Chromium 147 and 156: no tile) and the smallest visible change (a
// button moved by 4 px, a missing icon, a paler color: 3 tiles and more).
const TILE = 8 // pixels
const SEEN = 0.08 // as a fraction of the contrast of black on white, in OKLab
const REACH = 5 // tiles, horizontally and vertically
const MOST_TILES = 1 // within REACH

/**
 * Compares two PNGs of the same size, blurred a little, so that another browser version or another system's font
 * smoothing makes no difference, but a changed word, color or position does. Null if they look the same.
 */
export function pictureDifference(expected: Buffer, actual: Buffer): PictureDifference | null {
  const [was, is] = [PNG.sync.read(expected), PNG.sync.read(actual)]
  const [before, now] = [shrink(was), shrink(is)]
  const isSameSize = was.width === is.width && was.height === is.height
  const marks = new PNG({ width: now.width, height: now.height })
  const tiles = isSameSize
    ? pixelmatch(before.data, now.data, marks.data, now.width, now.height, {
        threshold: SEEN,
        includeAA: true,
        windowSize: REACH,
      })
    : Infinity
  return tiles <= MOST_TILES ? null : { tiles, picture: beside([was, is, enlarge(marks)]) }
}

/** The mean color of each tile. */
function shrink({ width, height, data }: PNG): PNG {
  const small = new PNG({ width: Math.ceil(width / TILE), height: Math.ceil(height / TILE) })
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      const sums = [0, 0, 0, 0]
      const [endX, endY] = [Math.min(width, (x + 1) * TILE), Math.min(height, (y + 1) * TILE)]
      const count = (endX - x * TILE) * (endY - y * TILE)
      for (let fromY = y * TILE; fromY < endY; fromY++) {
        for (let fromX = x * TILE; fromX < endX; fromX++)
          for (let channel = 0; channel < 4; channel++)
            sums[channel] = (sums[channel] ?? 0) + (data[(fromY * width + fromX) * 4 + channel] ?? 0)
      }
      small.data.set(
        sums.map((sum) => Math.round(sum / count)),
        (y * small.width + x) * 4,
      )
    }
  }
  return small
}

function enlarge(small: PNG): PNG {
  const large = new PNG({ width: small.width * TILE, height: small.height * TILE })
  for (let y = 0; y < large.height; y++) {
    for (let x = 0; x < large.width; x++) {
      const from = (Math.floor(y / TILE) * small.width + Math.floor(x / TILE)) * 4
      large.data.set(small.data.subarray(from, from + 4), (y * large.width + x) * 4)
    }
  }
  return large
}

function beside(pictures: readonly PNG[]): Buffer {
  const width = pictures.reduce((sum, one) => sum + one.width, 0)
  const sheet = new PNG({ width, height: Math.max(...pictures.map(({ height }) => height)) })
  let x = 0
  for (const one of pictures) {
    PNG.bitblt(one, sheet, 0, 0, one.width, one.height, x, 0)
    x += one.width
  }
  return PNG.sync.write(sheet)
}
