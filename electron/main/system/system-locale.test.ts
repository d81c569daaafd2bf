import { expect, it } from 'vitest'
import { systemLocale } from './system-locale.ts'

const localeOf = (system: string): string =>
  systemLocale({ getSystemLocale: () => system, getLocale: () => 'he' })

it('is that of the regional format', () => expect(localeOf('de-CH')).toBe('de-CH'))

it.each(['', 'C', 'en_US'])('is the program’s own if the system says “%s”', (system) =>
  expect(localeOf(system)).toBe('he'),
)
