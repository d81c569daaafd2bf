import { describe, expect, it } from 'vitest'
import { filesInCircles, runtimeCycles } from './runtime-cycles.ts'

const house = (texts: Record<string, string>) =>
  runtimeCycles(Object.entries(texts).map(([path, text]) => ({ path, text })))

describe('runtimeCycles', () => {
  it('reports each cycle as the path around it', () => {
    const circles = house({
      'core/a.ts': `import './b.ts'`,
      'core/b.ts': `export * from './c.ts'`,
      'core/c.ts': `import './a.ts'`,
    })
    expect(circles).toEqual(['core/a.ts → core/b.ts → core/c.ts → core/a.ts'])
  })

  it('finds a file that imports itself', () => {
    expect(house({ 'core/a.ts': `import './a.ts'` })).toEqual(['core/a.ts → core/a.ts'])
  })

  it('ignores a path back that is a type or is imported later', () => {
    expect(
      house({
        'core/a.ts': `import './b.ts'\nimport './c.ts'`,
        'core/b.ts': `import type { A } from './a.ts'`,
        'core/c.ts': `const later = () => import('./a.ts')`,
      }),
    ).toEqual([])
  })

  it('ignores two paths that lead to one file', () => {
    expect(
      house({
        'core/a.ts': `import './b.ts'\nimport './c.ts'`,
        'core/b.ts': `import './c.ts'`,
        'core/c.ts': '',
      }),
    ).toEqual([])
  })
})

describe('filesInCircles', () => {
  it('names the files of a cycle of types, and not those that only lead to it', () => {
    const files = [
      { path: 'core/a.ts', text: `import './b.ts'` },
      { path: 'core/b.ts', text: `import type { C } from './c.ts'` },
      { path: 'core/c.ts', text: `import './b.ts'` },
    ]
    expect(filesInCircles(files)).toEqual(['core/b.ts', 'core/c.ts'])
  })
})
