/** An address without the slashes at its end. By hand: the expression for it takes time by the square of their number. */
export function withoutEndSlashes(url: string): string {
  let end = url.length
  while (url[end - 1] === '/') end -= 1
  return url.slice(0, end)
}
