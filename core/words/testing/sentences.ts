import { readFileSync } from 'node:fs'
import ts from 'typescript'
import type { Words } from '../words.ts'

/** One sentence of a language, filled in with sample arguments. */
export interface Sentence {
  /** Its key, such as `calls.noneAt`, followed by the arguments if they come from `Choices`. */
  readonly key: string
  readonly text: string
  /** The texts that were inserted into it. */
  readonly put: readonly string[]
}

/** Arguments for functions that take more than texts and numbers, by the function's key: one list per call. */
export type Choices = Readonly<Record<string, readonly (readonly unknown[])[]>>

const PARAMETERS = parametersOf(readFileSync(new URL('../en.ts', import.meta.url), 'utf8'))

/**
 * Every sentence of a language: functions are called with a text for each `string` and `count` for each `number` that
 * the English one takes, or with each of their choices.
 */
export function sentencesOf(words: Words, choices: Choices, count = 7): readonly Sentence[] {
  return leaves(words, '').flatMap(([key, value]) => {
    if (key === 'locale' || key === 'direction') return []
    if (typeof value === 'string') return [{ key, text: value, put: [] }]
    if (choices[key] !== undefined)
      return choices[key].map((args) => ({ key: `${key}(${JSON.stringify(args)})`, ...called(value, args) }))
    const types = PARAMETERS.get(key)
    if (types === undefined) throw new Error(`say in Choices what ${key} takes`)
    const args = types.map((type, index) => sampleOf(type, index, count))
    return [{ key, ...called(value, args) }]
  })
}

type Say = (...args: readonly unknown[]) => unknown
type Leaf = readonly [key: string, value: string | Say]

/** Every text and function in it, with its key. */
export function leaves(words: object, above: string): readonly Leaf[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]): readonly Leaf[] => {
    const key = above === '' ? name : `${above}.${name}`
    if (typeof value === 'object' && value !== null) return leaves(value, key)
    if (typeof value === 'string') return [[key, value]]
    return typeof value === 'function'
      ? [[key, (...args): unknown => Reflect.apply(value, undefined, args)]]
      : []
  })
}

function called(say: Say, args: readonly unknown[]): Pick<Sentence, 'text' | 'put'> {
  const texts = args.filter((one) => typeof one === 'string')
  return { text: String(say(...args)), put: texts.filter((one) => one.startsWith('#')) }
}

function sampleOf(type: string, index: number, count: number): unknown {
  if (type === 'string') return `#${index}#`
  return type === 'number' ? count : type === 'boolean' ? true : [`#${index}#`]
}

/** The types of each function's parameters, according to the English file. */
function parametersOf(source: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  const file = ts.createSourceFile('en.ts', source, ts.ScriptTarget.Latest, true)
  const visit = (node: ts.Node, above: string): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() !== 'en') return
    const named =
      ts.isPropertyAssignment(node) && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name))
    const key = named ? [above, node.name.text].filter(Boolean).join('.') : above
    if (named && ts.isArrowFunction(node.initializer))
      found.set(
        key,
        node.initializer.parameters.map((one) => one.type?.getText() ?? ''),
      )
    node.forEachChild((child) => visit(child, key))
  }
  visit(file, '')
  return found
}
