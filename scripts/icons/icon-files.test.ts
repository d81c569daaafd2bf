import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import type { TrayIcon } from '../../core/alerts/tray.ts'
import { decodeIco } from './ico.ts'
import { TRAY_ICONS, iconFiles } from './icon-files.ts'
import { TRAY_COLOURS, traySvg } from './tray-svg.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')
const read = (path: string): Buffer => readFileSync(join(RESOURCES, path))

// A state that is added to the tray doesn't compile here until it is named.
const EVERY_STATE: Record<TrayIcon, true> = {
  disconnected: true,
  idle: true,
  ringing: true,
  'ringing-muted': true,
  dialing: true,
  talking: true,
  held: true,
  muted: true,
  missed: true,
}

/** The opacity of each pixel of a PNG, 0 to 255, row by row. */
function decodePng(file: Uint8Array): { width: number; height: number; alpha: readonly number[] } {
  const { width, height, data } = PNG.sync.read(Buffer.from(file))
  return { width, height, alpha: [...data].filter((_, index) => index % 4 === 3) }
}

const LEAST_DIFFERENCE = 20 // of 256 pixels: fewer aren't noticed at a glance

/** WCAG relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

const pairs = TRAY_ICONS.flatMap((one, index) =>
  TRAY_ICONS.slice(index + 1).map((other) => [one, other] as const),
)

describe('the icons in resources', () => {
  it('cover every state of the tray', () => {
    expect([...TRAY_ICONS].sort()).toEqual(Object.keys(EVERY_STATE).sort())
  })

  it.each(iconFiles().filter((file) => file.kind === 'png'))(
    '$path exists with its size',
    ({ path, size }) => {
      const { width, height, alpha } = decodePng(read(path))
      expect([width, height]).toEqual([size, size])
      expect(alpha[0], 'its corner is clear').toBe(0)
      const drawn = alpha.filter((value) => value > 128).length
      if (path.startsWith('tray/blank')) expect(drawn, 'nothing is drawn').toBe(0)
      else expect(drawn, 'something is drawn').toBeGreaterThan(alpha.length / 8)
    },
  )

  it.each(iconFiles().filter((file) => file.kind === 'ico'))(
    '$path contains each size that it declares',
    ({ path, sizes }) => {
      const images = decodeIco(read(path))
      expect(images.map(({ size }) => size)).toEqual(sizes)
      expect(images.map(({ png }) => decodePng(png).width)).toEqual(sizes)
    },
  )

  it('include no file that nothing draws', () => {
    expect(
      readdirSync(join(RESOURCES, 'tray'))
        .map((name) => `tray/${name}`)
        .sort(),
    ).toEqual(
      iconFiles()
        .map(({ path }) => path)
        .filter((path) => path.startsWith('tray/'))
        .sort(),
    )
  })

  it('were drawn after the last change of the app icon', () => {
    const drawing = iconFiles().find(({ path }) => path === 'icon.svg')
    expect(read('icon.svg').toString()).toBe(drawing?.svg)
  })

  it.each(pairs)('%s and %s differ in shape at 16 px, not in colour alone', (one, other) => {
    const [a, b] = [one, other].map((icon) => decodePng(read(`tray/${icon}Template.png`)).alpha)
    const differing = a!.filter((value, index) => Math.abs(value - b![index]!) > 100).length
    expect(differing).toBeGreaterThanOrEqual(LEAST_DIFFERENCE)
  })

  it.each(TRAY_ICONS)('%s is visible on a white bar and on a black one', (icon) => {
    expect(contrast(TRAY_COLOURS[icon], '#ffffff')).toBeGreaterThanOrEqual(3)
    expect(contrast(TRAY_COLOURS[icon], '#000000')).toBeGreaterThanOrEqual(3)
  })

  it.each(TRAY_ICONS)('%s for macOS is only black', (icon) => {
    const colours = traySvg(icon, 'template').match(/#[\da-f]{3,6}/g) ?? []
    expect(colours.filter((colour) => !['#000', '#000000', '#fff'].includes(colour))).toEqual([])
  })
})
