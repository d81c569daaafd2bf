import { afterAll } from 'vitest'
import { shareBrowser } from './shared-browser.ts'

afterAll(shareBrowser())
