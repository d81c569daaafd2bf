import type { Page } from 'playwright-core'

/** What decides how the same page is drawn: pictures of two machines compare only where these are the same. */
export interface Machine {
  /** Chromium's version. */
  readonly browser: string
  /** Widths of words set in the window's font, of each script that is pictured, in CSS pixels. */
  readonly fonts: readonly number[]
}

/** Looks at the machine by measuring words. */
export async function readMachine(page: Page, browser: string): Promise<Machine> {
  const fonts = await page.evaluate(() => {
    const style = getComputedStyle(document.body)
    const context = document.createElement('canvas').getContext('2d')
    if (context === null) throw new Error('this browser has no canvas')
    return [400, 600, 700].flatMap((weight) => {
      context.font = `${weight} 20px ${style.fontFamily}`
      return ['072-277-6772', 'Ringing on hold', 'שיחה נכנסת'].map(
        (words) => Math.round(context.measureText(words).width * 100) / 100,
      )
    })
  })
  return { browser, fonts }
}

/** Why pictures of one can't be compared with the other's, in words; null when they can. */
export function differenceOf(here: Machine, there: Machine): string | null {
  if (here.browser !== there.browser)
    return `this is Chromium ${here.browser}, the pictures are of ${there.browser}`
  return here.fonts.join() === there.fonts.join() ? null : 'the fonts of this machine are others'
}
