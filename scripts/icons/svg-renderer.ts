import { launchBrowser } from '../browser/launch-browser.ts'

export interface SvgRenderer {
  /** The drawing as a PNG of `size` by `size` pixels with a transparent background. */
  png(svg: string, size: number): Promise<Buffer>
  close(): Promise<void>
}

/** Draws SVG with Chromium. The same Chromium produces the same bytes. */
export async function createSvgRenderer(): Promise<SvgRenderer> {
  const browser = await launchBrowser(['--force-color-profile=srgb'])
  const page = await browser.newPage()
  return {
    async png(svg, size) {
      const source = `data:image/svg+xml,${encodeURIComponent(sized(svg, size))}`
      const url = await page.evaluate(paint, { source, size })
      return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
    },
    close: () => browser.close(),
  }
}

/** Sized to the target, so that the browser draws the lines at that size instead of scaling a larger picture down. */
const sized = (svg: string, size: number): string =>
  svg.replace('<svg ', `<svg width="${size}" height="${size}" `)

/** Runs inside the page, so it can't use anything from outside. */
async function paint({ source, size }: { source: string; size: number }): Promise<string> {
  const image = new Image()
  image.src = source
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('this browser has no canvas')
  context.drawImage(image, 0, 0, size, size)
  return canvas.toDataURL('image/png')
}
