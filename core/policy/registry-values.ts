import type { RegistryValue } from './parse-reg-query.ts'
import { POLICIES } from './policies.ts'
import type { SettingShape } from '../settings/setting.ts'

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
  if (typeof text !== 'string') return undefined
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
