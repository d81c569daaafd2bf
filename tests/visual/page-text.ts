import type { Page } from 'playwright-core'

/** All readable text on the page, visible or scrolled away, with the values of its fields; whitespace collapsed. */
export const readText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const unseen = [...document.querySelectorAll<HTMLElement>('.unseen')]
    for (const one of unseen) one.style.display = 'none'
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(
      ({ value }) => value,
    )
    const text = [document.body.innerText, ...fields].join(' ').replaceAll(/\s+/g, ' ')
    for (const one of unseen) one.style.display = ''
    return text
  })
