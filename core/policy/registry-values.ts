import { parsedJson } from '../parsed-json.ts'
import { POLICIES } from './policies.ts'
import type { SettingShape } from '../settings/setting.ts'

/** A value as `reg query` prints it. */
export interface RegistryValue {
  /** Its sub-key, as a path of names; empty for the queried key itself. */
  readonly under: readonly string[]
  readonly name: string
  readonly type: string
  readonly data: string
}

/**
 * The values in the output of `reg query KEY /s`. Each key is on a separate line, its values on the lines below it,
 * indented: name, type and data, four spaces between them. The unnamed value is left out: its name is translated.
 */
export function parseRegQuery(output: string, key: string): readonly RegistryValue[] {
  const values: RegistryValue[] = []
  let under: readonly string[] | null = null
  for (const line of output.split(/\r?\n/)) {
    const value = /^ {4}(\S.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/.exec(line)
    if (value === null) under = /^HKEY_/i.test(line) ? below(line.trim(), key) : under
    else if (under !== null) {
      const [, name = '', type = '', data = ''] = value
      if (!/^\(.*\)$/.test(name)) values.push({ under, name, type, data })
    }
  }
  return values
}

/** The names below `key`, or null for a key that is not below it. */
function below(line: string, key: string): readonly string[] | null {
  if (line.toLowerCase() === key.toLowerCase()) return []
  const isBelow = line.toLowerCase().startsWith(`${key.toLowerCase()}\\`)
  return isBelow ? line.slice(key.length + 1).split('\\') : null
}

/**
 * The registry's values as a policy file would have them: 0 and 1 for a switch, numbers as they are or as text, lists
 * as JSON or one entry per line, and a sub-key for settings with several values. Unusable values stay unchanged, and
 * are reported as having the wrong type.
 */
export function registryValues(entries: readonly RegistryValue[]): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {}
  const groups = new Map<string, [string, unknown][]>()
  for (const entry of entries) {
    const [group, ...deeper] = entry.under
    if (group === undefined) {
      const key = ownName(entry.name)
      values[key] = valueOf(entry, POLICIES.get(key)?.shape)
    } else if (deeper.length === 0) {
      const key = ownName(group)
      const shape = POLICIES.get(key)?.shape
      const inner = shape?.kind === 'group' ? shape : null
      const name = inner?.keys.find((one) => isSameName(one, entry.name)) ?? entry.name
      groups.set(key, [...(groups.get(key) ?? []), [name, valueOf(entry, inner?.of)]])
    }
  }
  return { ...values, ...Object.fromEntries([...groups].map(([key, all]) => [key, Object.fromEntries(all)])) }
}

/** The registry is case-insensitive. */
const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

const ownName = (name: string): string => [...POLICIES.keys()].find((key) => isSameName(key, name)) ?? name

function valueOf(entry: RegistryValue, shape: SettingShape | undefined): unknown {
  const plain = plainValue(entry)
  switch (shape?.kind) {
    case 'flag':
      return plain === 1 ? true : plain === 0 ? false : plain
    case 'number':
      return typeof plain === 'string' && /^\d+(\.\d+)?$/.test(plain.trim()) ? Number(plain) : plain
    case 'list':
      return listOf(plain, shape.words)
    case 'json':
    case 'group':
      return jsonOf(plain) ?? plain
    case 'key':
      return plain === '' ? null : plain
    case 'choice':
    case 'text':
    case undefined:
      return plain
  }
}

/** A number, a text, or the lines of one. */
function plainValue({ type, data }: RegistryValue): unknown {
  switch (type) {
    case 'REG_DWORD':
    case 'REG_QWORD':
      return Number(data)
    case 'REG_MULTI_SZ':
      return data.split('\\0').filter((line) => line !== '')
    case 'REG_SZ':
    case 'REG_EXPAND_SZ':
      return data
    default:
      return null
  }
}

function listOf(plain: unknown, words: readonly string[]): unknown {
  const json = jsonOf(plain)
  if (Array.isArray(json)) return json
  const lines = typeof plain === 'string' ? [plain] : plain
  const [only, ...more] = Array.isArray(lines) ? lines.map(String) : []
  return more.length === 0 && only !== undefined && words.includes(only) ? only : lines
}

/** A text, or its lines together, parsed as JSON; undefined if it isn't JSON. */
function jsonOf(plain: unknown): unknown {
  const text = Array.isArray(plain) ? plain.join('\n') : plain
  return typeof text === 'string' ? parsedJson(text) : undefined
}
