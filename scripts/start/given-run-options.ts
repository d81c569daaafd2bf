import { helpIfAsked, refuse } from '../command/given.ts'
import { readRunOptions, RUN_FLAGS, type RunOptions } from './run-options.ts'

/** What was given to `npm start` or one of its kin; or its help, or what is wrong, and the end of the process. */
export function givenRunOptions(name: 'start' | 'demo' | 'dev', does: string): RunOptions {
  const args = process.argv.slice(2)
  helpIfAsked({ name, does, flags: RUN_FLAGS }, args)
  const options = readRunOptions(args)
  return typeof options === 'string' ? refuse({ name }, options) : options
}
