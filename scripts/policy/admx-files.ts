import { adml } from './adml.ts'
import { admx } from './admx.ts'
import { POLICY_WORDS_EN } from './policy-words-en.ts'
import { POLICY_WORDS_HE } from './policy-words-he.ts'

/** The files for Windows' PolicyDefinitions folder, by their path in it. */
export const admxFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['ringside.admx', admx()],
    ['en-US/ringside.adml', adml(POLICY_WORDS_EN)],
    ['he-IL/ringside.adml', adml(POLICY_WORDS_HE)],
  ])
