import { helpIfAsked, refuse } from '../../scripts/command/given.ts'
import { plantedCommand } from './planted/planted-command.ts'
import { tortureCommand } from './torture-command.ts'
import { readTortureOptions, TORTURE } from './torture-options.ts'

const args = process.argv.slice(2)
helpIfAsked(TORTURE, args)
const asked = readTortureOptions(args)
if (typeof asked === 'string') refuse(TORTURE, asked)
const print = (line: string): void => void process.stdout.write(`${line}\n`)
process.exitCode =
  'planted' in asked ? await plantedCommand(asked.planted, print) : await tortureCommand(asked, print)
