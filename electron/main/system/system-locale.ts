import type { App } from 'electron/main'
import { attempt } from './attempt.ts'

/**
 * The locale of the computer's regional format, as a language tag; the program's own locale where the system names none,
 * as with `LANG=C`, or one that isn't a tag.
 */
export const systemLocale = (app: Pick<App, 'getSystemLocale' | 'getLocale'>): string =>
  attempt(() => Intl.getCanonicalLocales(app.getSystemLocale())[0]) ?? app.getLocale()
