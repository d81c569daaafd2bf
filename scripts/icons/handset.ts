/**
 * The handset of all icons, as SVG elements for a 32-unit square: earpiece at the top left, mouthpiece at the bottom
 * right, open towards the top right, where a state puts its sign. `less`: units removed all around.
 */
export function handset(colour: string, less = 0): string {
  const [x, y, corner] = [less - 4.1, less - 5, Math.max(0.6, 2.6 - less)]
  const end = (side: number): string =>
    `<rect x="${x}" y="${y}" width="${8.2 - 2 * less}" height="${9.4 - 2 * less}" rx="${corner}" fill="${colour}" transform="translate(${side * 10.4} -1.6) rotate(${side * 12})"/>`
  const grip = `<path d="M-10.9 -0.4Q0 11.2 10.9 -0.4" stroke="${colour}" stroke-width="${6.2 - 2 * less}"/>`
  return `<g transform="translate(14.2 17.8) rotate(45)">${grip}${end(-1)}${end(1)}</g>`
}
