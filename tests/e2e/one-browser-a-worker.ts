import { shareBrowser } from './shared-browser.ts'

shareBrowser()
