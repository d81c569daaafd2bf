/** An address without trailing slashes. A loop, since the regular expression takes quadratic time. */
export function withoutEndSlashes(url: string): string {
  let end = url.length
  while (url[end - 1] === '/') end -= 1
  return url.slice(0, end)
}
