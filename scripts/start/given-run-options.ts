import { helpIfAsked, refuse } from '../command/given.ts'
import { readRunOptions, RUN_FLAGS, type RunOptions } from './run-options.ts'

/**
 * The options of `npm start` and its relatives. For `--help` or wrong options, prints the help or the error and ends
 * the process.
 */
export function givenRunOptions(name: 'start' | 'demo' | 'dev', does: string): RunOptions {
  const args = process.argv.slice(2)
  helpIfAsked({ name, does, flags: RUN_FLAGS }, args)
  const options = readRunOptions(args)
  return typeof options === 'string' ? refuse({ name }, options) : options
}
