import { expect, it } from 'vitest'
import { systemLanguages } from './app-info.ts'

it.each([
  [{ LANG: 'de_DE@euro' }, ['de-DE']],
  [{ LANG: 'en_GB.UTF-8', LANGUAGE: 'zh_Hant_TW:sr_RS@latin:C' }, ['zh-Hant-TW', 'sr-RS']],
  [{ LANG: 'C.UTF-8' }, ['en']],
  [{ LANG: 'POSIX' }, ['en']],
  [{}, ['en']],
])('reads the system’s languages %j as tags', (env, languages) => {
  expect(systemLanguages(env)).toEqual(languages)
  expect(Intl.getCanonicalLocales(languages)).toEqual(languages)
})
