import type { WebContents } from 'electron/main'

/** No other page, no other window: the window at `url` shows the built page, or nothing. */
export function guardNavigation(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>,
  url: string,
): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (!isSameHome(event.url, url)) event.preventDefault()
  })
}

/** Same scheme, host and port. (`origin` is "null" for a custom scheme.) */
export function isSameHome(one: string, other: string): boolean {
  const [a, b] = [URL.parse(one), URL.parse(other)]
  return a !== null && b !== null && a.protocol === b.protocol && a.host === b.host
}
