import type { Page } from 'playwright-core'

/** What can be read on the page, shown or scrolled away, with the values of its fields; spaces as one. */
export const readText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(
      ({ value }) => value,
    )
    return [document.body.innerText, ...fields].join(' ').replaceAll(/\s+/g, ' ')
  })
