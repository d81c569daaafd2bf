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
  const [before, after] = [0, width].map((x) => context.getImageData(x, 0, width, height).data)
  const marks = context.createImageData(width, height)
  let pixels = 0
  for (let at = 0; at < marks.data.length; at += 4) {
    const differs = [0, 1, 2, 3].some(
      (channel) => Math.abs((before?.[at + channel] ?? 0) - (after?.[at + channel] ?? 0)) > SEEN,
    )
    if (differs) pixels += 1
    marks.data.set(differs ? [220, 0, 60, 255] : [235, 235, 235, 255], at)
  }
  context.putImageData(marks, width * 2, 0)
  return { pixels, url: canvas.toDataURL('image/png') }
}
