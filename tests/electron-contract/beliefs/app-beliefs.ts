import { strict as assert } from 'node:assert'
import type { Belief } from '../belief.ts'

export const appBeliefs: readonly Belief[] = [
  {
    name: 'app.dock is there on macOS alone',
    source: 'lib/browser/api/app.ts:66',
    confidence: 'L',
    holds({ electron, system }) {
      assert.equal(electron.app.dock !== undefined, system === 'macos')
      return Promise.resolve()
    },
  },
]
