import type { TrayIcon } from '../../core/alerts/tray.ts'
import { handset } from './handset.ts'

/**
 * One tray icon as an SVG text on a 32-unit square, so that a pixel at 16 px is 2 units. `template` is for macOS: black
 * with alpha, coloured by the system.
 * The idea of the family: a handset with a sign beside it means a phone without a conversation, an outline if there is
 * no connection; a round, filled sign means a conversation; a filled square means ringing, and is the most prominent.
 * So each state has its own shape and doesn't depend on colour.
 */
export function traySvg(icon: TrayIcon, style: 'colour' | 'template'): string {
  const ink = (of: TrayIcon): string => (style === 'template' ? '#000000' : TRAY_COLOURS[of])
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-linecap="round" stroke-linejoin="round">${draw(icon, ink)}</svg>`
}

/**
 * Every colour has a contrast of at least 3:1 on a white and on a black bar, because the tray doesn't say which one it
 * is on.
 */
export const TRAY_COLOURS: Readonly<Record<TrayIcon, string>> = {
  disconnected: '#c27c0e',
  idle: '#868e99',
  ringing: '#e8590c',
  'ringing-muted': '#e8590c',
  dialing: '#8a63f2',
  talking: '#12a150',
  held: '#3b82f6',
  muted: '#c27c0e',
  missed: '#e5383b',
}

type Ink = (of: TrayIcon) => string

function draw(icon: TrayIcon, ink: Ink): string {
  const own = ink(icon)
  switch (icon) {
    case 'idle':
      return handset(own)
    case 'disconnected':
      return (
        cutOut(handset(own), handset('#000', 2.6)) +
        stroke('M19.6 3.4L28.4 12.2M28.4 3.4L19.6 12.2', own, 3.4)
      )
    case 'ringing':
      return ringing(own)
    case 'ringing-muted':
      return (
        cutOut(ringing(own), stroke(CORNER_STRUCK, '#000', 10.4) + CORNER) +
        stroke(CORNER_STRUCK, ink('muted'), 4.6)
      )
    case 'dialing':
      return handset(own) + stroke('M18.6 13.4L28 4M20.4 3.6H28.4V11.6', own, 3.6)
    case 'missed':
      return (
        cutOut(handset(ink('idle')), disc(23.6, 8.4, 10.6)) +
        `<circle cx="23.6" cy="8.4" r="7.8" fill="${own}"/>`
      )
    case 'talking':
      return cutOut(
        `<circle cx="16" cy="16" r="15" fill="${own}"/>`,
        `<g transform="translate(16 16) scale(.66) translate(-16 -16)">${handset('#000')}</g>`,
      )
    case 'held':
      return cutOut(`<circle cx="16" cy="16" r="15" fill="${own}"/>`, stroke('M12 11V21M20 11V21', '#000', 4))
    case 'muted':
      return cutOut(disc(16, 16, 14, own), stroke(STRUCK, '#000', 9.6)) + stroke(STRUCK, own, 3.8)
  }
}

const ringing = (colour: string): string =>
  cutOut(
    `<rect x="0.5" y="0.5" width="31" height="31" rx="8" fill="${colour}"/>`,
    `<g transform="translate(15.4 16.6) scale(.76) translate(-16 -16)">${RINGS}</g>`,
    'ring', // a mask id of its own, because this may be inside another cut-out
  )

const STRUCK = 'M3.4 28.6L28.6 3.4'
const CORNER_STRUCK = 'M16.4 29L29 16.4'
const CORNER = '<path d="M16 32L32 16V32Z" fill="#000"/>'

const stroke = (path: string, colour: string, width: number): string =>
  `<path d="${path}" stroke="${colour}" stroke-width="${width}"/>`

const RINGS =
  handset('#000') +
  stroke('M18.4 8.6A5.6 5.6 0 0 1 23.4 13.6', '#000', 3.4) +
  stroke('M18.4 2.2A12 12 0 0 1 29.8 13.6', '#000', 3.4)

const disc = (x: number, y: number, radius: number, colour = '#000'): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`

/** The drawing minus the shape of `hole`: transparent, so that the bar behind it shows through. */
const cutOut = (drawn: string, hole: string, id = 'm'): string =>
  `<mask id="${id}" maskUnits="userSpaceOnUse" x="0" y="0" width="32" height="32"><path d="M0 0H32V32H0Z" fill="#fff"/>${hole}</mask><g mask="url(#${id})">${drawn}</g>`
