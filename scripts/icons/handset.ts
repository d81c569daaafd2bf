/**
 * The handset of all icons, as SVG elements for a 32-unit square: ear at the top left, mouth at the bottom right,
 * its hollow turned to the top right, where a state puts its sign.
 */
export function handset(colour: string): string {
  const end = (side: number): string =>
    `<rect x="-4.1" y="-5" width="8.2" height="9.4" rx="2.6" fill="${colour}" transform="translate(${side * 10.4} -1.6) rotate(${side * 12})"/>`
  return `<g transform="translate(14.2 17.8) rotate(45)"><path d="M-10.6 1.4Q0 9.6 10.6 1.4" stroke="${colour}" stroke-width="6" fill="none"/>${end(-1)}${end(1)}</g>`
}
