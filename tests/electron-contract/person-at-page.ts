import type { Locator, Page } from 'playwright-core'

const LOOKS_FOR_MS = 500

/** The controls of the System panel, by the names of the arrangements. */
const SWITCHES: Readonly<Record<string, string>> = {
  notifications: 'Notifications allowed',
  keychain: 'Keychain open',
}

/** Does it on the desktop page, as a tester would; false if it isn't one of the arrangements. */
export async function arrangeOn(page: Page, what: string): Promise<boolean> {
  if (what === 'start') return true
  const [, how, toast] = /^(click|close) the notification (.+)$/.exec(what) ?? []
  if (toast !== undefined) {
    const buttons = notification(page, toast).getByRole('button')
    await (how === 'click' ? buttons.first() : buttons.and(page.getByLabel('Close notification'))).click()
    return true
  }
  const [, window] = /^drag the window (.+)$/.exec(what) ?? []
  if (window !== undefined) return drag(page, window)
  const [, keys] = /^press (.+)$/.exec(what) ?? []
  if (keys !== undefined) return page.keyboard.press(keys).then(() => true)
  const [, name = '', to] = /^(.+) (on|off)$/.exec(what) ?? []
  const label = SWITCHES[name]
  if (label === undefined) return false
  await page.getByRole('button', { name: 'System' }).click()
  await page.getByRole('switch', { name: label }).setChecked(to === 'on')
  await page.getByRole('button', { name: 'System' }).click()
  return true
}

/** By its upper left corner, a little to the right and down. */
async function drag(page: Page, title: string): Promise<boolean> {
  const box = await page.locator(`iframe[title="${title}"]`).boundingBox()
  if (box === null) return false
  await page.mouse.move(box.x + 20, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + 50, { steps: 4 })
  await page.mouse.up()
  return true
}

/** Whether it is on the desktop page; null if nobody knows how to look for it. */
export async function seenOn(page: Page, what: string): Promise<boolean | null> {
  const [, toast] = /^the notification (.+)$/.exec(what) ?? []
  return toast === undefined ? null : isSeen(notification(page, toast))
}

/** The page needs a moment to draw what it receives. */
const isSeen = (what: Locator): Promise<boolean> =>
  what
    .first()
    .waitFor({ timeout: LOOKS_FOR_MS })
    .then(
      () => true,
      () => false,
    )

const notification = (page: Page, text: string) => page.getByTestId('toast').filter({ hasText: text })
