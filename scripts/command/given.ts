import { writeSync } from 'node:fs'
import { asksForHelp, helpText, keptByNpm, npmCommand, readCommand } from './command.ts'
import type { Command, Flag } from './command.ts'

/**
 * What was given to this process's command. Where that is `--help`, or wrong, it prints so and ends the process, with 0
 * or 2.
 */
export function given<const Flags extends Readonly<Record<string, Flag>>>(command: Command<Flags>) {
  const args = process.argv.slice(2)
  helpIfAsked(command, args)
  const read = readCommand(command, args)
  if (typeof read === 'string') return refuse(command, read)
  return read
}

/** For a command that passes on what it does not know. */
export function helpIfAsked(command: Command<Readonly<Record<string, Flag>>>, args: readonly string[]): void {
  if (asksForHelp(args)) end(1, helpText(command), 0)
  const taken = keptByNpm(command, process.env)
  if (taken !== null) refuse(command, taken)
}

/** Says in one line why a command can't run as it was given, and ends the process with 2. */
export function refuse({ name }: Pick<Command<never>, 'name'>, sentence: string): never {
  return end(2, `${sentence} See ${npmCommand(name)} -- --help.\n`, 2)
}

/** Written at once: a process that ends loses what waits to be written. */
function end(stream: 1 | 2, text: string, code: number): never {
  writeSync(stream, text)
  process.exit(code)
}

/** The value of `--flag` as a number within limits, or the end of the process. */
export function numberGiven(
  command: Pick<Command<never>, 'name'>,
  flag: string,
  text: string,
  { least, most, whole = true }: { readonly least: number; readonly most: number; readonly whole?: boolean },
): number {
  const value = /^\d{1,16}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value
  return refuse(
    command,
    `--${flag} must be a ${whole ? 'whole number' : 'number'} from ${least} to ${most}, not "${text}".`,
  )
}
