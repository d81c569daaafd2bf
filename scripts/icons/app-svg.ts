import { handset } from './handset.ts'

/** The program's own icon as an SVG text: the tray's ringing handset, white on indigo, on a 512-unit square. */
export function appSvg(): string {
  const waves = ['M18.4 8.6A5.6 5.6 0 0 1 23.4 13.6', 'M18.4 2.2A12 12 0 0 1 29.8 13.6']
  const drawn = waves.map((wave) => `<path d="${wave}" stroke="#c7d2fe" stroke-width="3"/>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" fill="none" stroke-linecap="round"><defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop stop-color="#6366f1"/><stop offset="1" stop-color="#4338ca"/></linearGradient></defs><rect x="24" y="24" width="464" height="464" rx="108" fill="url(#g)"/><g transform="translate(82 90) scale(10.6)">${handset('#ffffff')}${drawn}</g></svg>`
}
