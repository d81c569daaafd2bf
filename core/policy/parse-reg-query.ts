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
