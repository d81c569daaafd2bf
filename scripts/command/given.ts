import { writeSync } from 'node:fs'
import { asksForHelp, helpText, keptByNpm, npmCommand, readCommand } from './command.ts'
import type { Command, Flag } from './command.ts'

/**
 * The arguments of this process's command. If they are `--help` or wrong, prints the help or the error and ends the
 * process, with 0 or 2.
 */
export function given<const Flags extends Readonly<Record<string, Flag>>>(command: Command<Flags>) {
  const args = process.argv.slice(2)
  helpIfAsked(command, args)
  const read = readCommand(command, args)
  if (typeof read === 'string') return refuse(command, read)
  return read
}

/** For a command that passes on what it doesn't know. */
export function helpIfAsked(command: Command<Readonly<Record<string, Flag>>>, args: readonly string[]): void {
  if (asksForHelp(args)) end(1, helpText(command), 0)
  const taken = keptByNpm(command, process.env)
  if (taken !== null) refuse(command, taken)
}

/** Says in one line why a command can't run with its arguments, and ends the process with 2. */
export function refuse({ name }: Pick<Command<never>, 'name'>, sentence: string): never {
  return end(2, `${sentence} See ${npmCommand(name)} -- --help.\n`, 2)
}

/** Written synchronously: a process that ends loses pending output. */
function end(stream: 1 | 2, text: string, code: number): never {
  writeSync(stream, text)
  process.exit(code)
}

/** The value of `--flag` as a number within limits; otherwise ends the process. */
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
