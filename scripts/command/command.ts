import { parseArgs } from 'node:util'

/** A flag, as `parseArgs` takes it, and its help text. */
export interface Flag {
  readonly type: 'string' | 'boolean'
  readonly default?: string
  /** The placeholder for its value in the help, such as `N`. */
  readonly takes?: string
  readonly does: string
}

/** A command of package.json. */
export interface Command<Flags extends Readonly<Record<string, Flag>>> {
  /** Its name in package.json. */
  readonly name: string
  readonly does: string
  /** What it takes besides flags, such as `FILE`; default: nothing. */
  readonly takes?: string
  readonly flags: Flags
}

type AnyCommand = Command<Readonly<Record<string, Flag>>>

/** A command's arguments, or one sentence that says what is wrong with them. Accepts any arguments and never throws. */
export function readCommand<const Flags extends Readonly<Record<string, Flag>>>(
  { takes, flags }: Command<Flags>,
  args: readonly string[],
) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: takes !== undefined })
  } catch (error) {
    // Node's own sentence names the flag, and adds advice that doesn't apply here.
    const [first = ''] = error instanceof Error ? error.message.split(/\. |\n/) : [String(error)]
    return `${first.replace(/\.$/, '')}.`
  }
}

/** Whether a command is asked for its help. */
export const asksForHelp = (args: readonly string[]): boolean =>
  args.includes('--help') || args.includes('-h')

/** How a command is used, for `--help`. */
export function helpText({ name, does, takes, flags }: AnyCommand): string {
  const all = [...Object.entries(flags), ['help', HELP] as const]
  const lines = all.map(([flag, { takes: value = '', does: what, default: usual }]) => ({
    left: `  --${flag} ${value}`.trimEnd(),
    right: usual === undefined ? what : `${what} (${usual})`,
  }))
  const width = Math.max(...lines.map(({ left }) => left.length))
  const usage = [npmCommand(name), ...(Object.keys(flags).length > 0 ? ['-- [flags]'] : []), takes ?? '']
  const list = lines.map(({ left, right }) => `${left.padEnd(width)}   ${right}\n`)
  return `${usage.join(' ').trimEnd()}\n\n${does}\n\n${list.join('')}`
}

const HELP: Flag = { type: 'boolean', does: 'shows this help' }

/** A command as typed by the user. */
export const npmCommand = (name: string): string =>
  `npm ${['start', 'test'].includes(name) ? name : `run ${name}`}`

/**
 * The sentence for flags that were given to npm instead, without `--` before them: npm keeps those that it doesn't know
 * as `npm_config_…`, and the command would run without them. Null if there are none.
 */
export function keptByNpm({ name, flags }: AnyCommand, env: NodeJS.ProcessEnv): string | null {
  if (env['npm_lifecycle_event'] !== name) return null
  const taken = Object.keys(flags).find(
    (flag) => env[`npm_config_${flag.replaceAll('-', '_')}`] !== undefined,
  )
  return taken === undefined
    ? null
    : `npm took --${taken} for itself. Put -- before it: ${npmCommand(name)} -- --${taken} …`
}
