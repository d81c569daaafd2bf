import { element } from './element.ts'

const FLASHES_MS = 150 // some frames, until the page has drawn a new one

/**
 * The last picture of a window's page. A hidden page draws nothing more
 * (shell/browser/api/electron_api_browser_window.cc:290), so when its window appears, it shows this one first.
 */
export interface OldFrame {
  /** The window is hidden. */
  keep(): void
  /** The window appears. */
  flash(): void
  /** The window is gone for good. */
  drop(): void
}

export function createOldFrame(frame: HTMLIFrameElement): OldFrame {
  let old: HTMLIFrameElement | null = null

  function drop(): void {
    old?.remove()
    old = null
  }

  function keep(): void {
    drop()
    const picture = frame.contentDocument?.documentElement.cloneNode(true)
    if (picture === undefined) return
    old = element('iframe', {
      class: 'window old-frame',
      'data-testid': 'old-frame',
      title: `${frame.title}, last picture`,
      'aria-hidden': 'true',
      tabindex: '-1',
      inert: '',
    })
    old.hidden = true
    frame.after(old)
    const page = old.contentDocument
    page?.replaceChild(page.adoptNode(picture), page.documentElement)
    page?.querySelectorAll('script').forEach((script) => script.remove())
    // URLs in the clone are relative to the page of which it was made.
    for (const link of page?.querySelectorAll('link') ?? [])
      link.href = new URL(link.getAttribute('href') ?? '', frame.contentDocument?.baseURI).href
  }

  return {
    keep,
    flash() {
      const shown = old
      if (shown === null) return
      shown.style.cssText = frame.style.cssText
      shown.hidden = false
      setTimeout(() => old === shown && drop(), FLASHES_MS)
    },
    drop,
  }
}
