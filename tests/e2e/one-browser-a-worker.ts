import { afterEach } from 'vitest'
import { shareBrowser, shownNow } from './shared-browser.ts'

shareBrowser()

// Why a test failed is often on screen.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const text of await shownNow()) console.log(`${task.name}: ${text.replaceAll(/\s+/g, ' ')}`)
})
