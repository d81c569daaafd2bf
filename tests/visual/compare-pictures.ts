import type { Browser } from 'playwright-core'

/** How two pictures differ. `picture`: the two and what differs, side by side, as a PNG. */
export interface PictureDifference {
  readonly pixels: number
  readonly picture: Buffer
}

export interface PictureComparer {
  /** Null for pictures that are alike. */
  compare(expected: Buffer, actual: Buffer): Promise<PictureDifference | null>
}

/** Compares PNGs in a page of the browser, by its own decoder. */
export async function createPictureComparer(browser: Browser): Promise<PictureComparer> {
  const page = await browser.newPage()
  return {
    async compare(expected, actual) {
      if (expected.equals(actual)) return null
      const [was, is] = [expected, actual].map((png) => `data:image/png;base64,${png.toString('base64')}`)
      const { pixels, url } = await page.evaluate(differ, { was: was ?? '', is: is ?? '' })
      return pixels === 0 ? null : { pixels, picture: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64') }
    },
  }
}

/** Runs inside the page, so it may use nothing from outside itself. */
async function differ(pair: { was: string; is: string }): Promise<{ pixels: number; url: string }> {
  const SEEN = 24 // of 255: a smaller step in one channel is the smoothing of an edge
  const load = async (source: string): Promise<HTMLImageElement> => {
    const image = new Image()
    image.src = source
    await image.decode()
    return image
  }
  const [was, is] = await Promise.all([load(pair.was), load(pair.is)])
  const width = Math.max(was.width, is.width)
  const height = Math.max(was.height, is.height)
  const canvas = document.createElement('canvas')
  canvas.width = width * 3
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('this browser has no canvas')
  context.drawImage(was, 0, 0)
  context.drawImage(is, width, 0)
  const before = context.getImageData(0, 0, width, height).data
  const after = context.getImageData(width, 0, width, height).data
  /** The same within a pixel's step: text between two pixels is put on either. */
  const isNear = (one: Uint8ClampedArray, other: Uint8ClampedArray, x: number, y: number): boolean => {
    const at = (y * width + x) * 4
    for (let stepY = -1; stepY <= 1; stepY++) {
      for (let stepX = -1; stepX <= 1; stepX++) {
        if (x + stepX < 0 || x + stepX >= width || y + stepY < 0 || y + stepY >= height) continue
        const by = at + (stepY * width + stepX) * 4
        if ([0, 1, 2, 3].every((channel) => Math.abs(one[at + channel]! - other[by + channel]!) <= SEEN))
          return true
      }
    }
    return false
  }
  const marks = context.createImageData(width, height)
  let pixels = 0
  for (let at = 0; at < marks.data.length; at += 4) {
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)]
    const differs = !isNear(before, after, x, y) || !isNear(after, before, x, y)
    if (differs) pixels += 1
    marks.data.set(differs ? [220, 0, 60, 255] : [235, 235, 235, 255], at)
  }
  context.putImageData(marks, width * 2, 0)
  return { pixels, url: canvas.toDataURL('image/png') }
}
