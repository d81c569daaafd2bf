import { describe, expect, it } from 'vitest'
import { readSettings } from '../settings/read-settings.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import type { SettingShape } from '../settings/setting.ts'
import { POLICIES, POLICY_KEYS } from './policies.ts'

const problems = (key: string, value: unknown) => readSettings('policy', { [key]: value }).problems
const taken = (key: string, value: unknown): boolean => problems(key, value).length === 0

/** Values that a shape allows, and some that it doesn't. */
function samples(shape: SettingShape): {
  readonly good: readonly unknown[]
  readonly bad: readonly unknown[]
} {
  switch (shape.kind) {
    case 'flag':
      return { good: [true, false], bad: [1, 'true', null] }
    case 'number':
      return { good: [shape.least, shape.most], bad: [shape.most + 1, String(shape.least), null] }
    case 'choice':
      return { good: shape.among, bad: ['nothing of the kind', 1, null] }
    case 'text':
      return { good: [], bad: [1, true, null] }
    case 'key':
      return { good: ['CommandOrControl+Alt+R', null], bad: [1, true] }
    case 'list':
      return { good: [[], ...shape.words], bad: [1, true, 'nothing of the kind'] }
    case 'json':
      return { good: [], bad: [1, true, 'text'] }
    case 'group': {
      const { good, bad } = samples(shape.of)
      const each = (value: unknown) => Object.fromEntries(shape.keys.map((key) => [key, value]))
      // No two actions have the same keys.
      const own = (value: unknown) => (shape.of.kind === 'key' ? { [shape.keys[0]!]: value } : each(value))
      return { good: good.map(own), bad: [...bad.map(each), { other: good[0] }, 'text'] }
    }
  }
}

describe('the shapes of policies', () => {
  it.each(POLICY_KEYS)('of %s are what the settings’ reader accepts', (key) => {
    const { good, bad } = samples(POLICIES.get(key)!.shape)
    expect(good.filter((value) => !taken(key, value))).toEqual([])
    expect(bad.filter((value) => taken(key, value))).toEqual([])
  })

  it('include the defaults', () => {
    const defaults = Object.entries(DEFAULT_SETTINGS).filter(([key]) => POLICIES.has(key))
    expect(defaults.filter(([key, value]) => !taken(key, value))).toEqual([])
    expect(defaults).toHaveLength(POLICY_KEYS.length - 2)
  })
})
