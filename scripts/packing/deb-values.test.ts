import { describe, expect, it } from 'vitest'
import { buildsDeb } from './builds-deb.ts'
import { debValues } from './deb-values.ts'

const RINGSIDE_MAINTAINER = 'Desk support <desk@example.org>'
const RINGSIDE_HOMEPAGE = 'https://example.org/ringside'

describe('the values for a .deb', () => {
  it('come from the environment of the build', () => {
    expect(debValues({ RINGSIDE_MAINTAINER, RINGSIDE_HOMEPAGE })).toEqual({
      maintainer: RINGSIDE_MAINTAINER,
      homepage: RINGSIDE_HOMEPAGE,
      missing: [],
    })
  })

  it.each([
    [{ RINGSIDE_HOMEPAGE }, /RINGSIDE_MAINTAINER/],
    [{ RINGSIDE_HOMEPAGE, RINGSIDE_MAINTAINER: 'desk@example.org' }, /RINGSIDE_MAINTAINER/],
    [{ RINGSIDE_MAINTAINER }, /RINGSIDE_HOMEPAGE/],
    [{ RINGSIDE_MAINTAINER, RINGSIDE_HOMEPAGE: 'http://example.org' }, /RINGSIDE_HOMEPAGE/],
  ])('are requested with a sentence if they are missing: %j', (env, sentence) => {
    const { missing } = debValues(env)
    expect(missing).toHaveLength(1)
    expect(missing[0]).toMatch(sentence)
  })

  it('are never made up', () => {
    expect(debValues({})).toMatchObject({ maintainer: null, homepage: null })
  })
})

describe('a .deb is built', () => {
  it.each([
    ['', 'linux', true],
    ['', 'win32', false],
    ['--linux', 'darwin', true],
    ['--linux AppImage', 'linux', false],
    ['--linux AppImage deb --x64', 'linux', true],
    ['--linux deb:arm64', 'linux', true],
    ['--linux --dir', 'linux', true],
    ['--win --mac', 'linux', false],
    ['-mwl', 'linux', true],
    ['-w', 'linux', false],
    ['--x64', 'linux', true],
  ])('by "npm run dist -- %s" on %s: %s', (args, platform, built) => {
    expect(buildsDeb(args.split(' ').filter(Boolean), platform)).toBe(built)
  })
})
