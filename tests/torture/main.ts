import { helpIfAsked, refuse } from '../../scripts/command/given.ts'
import { tortureCommand } from './torture-command.ts'
import { readTortureOptions, TORTURE } from './torture-options.ts'

const args = process.argv.slice(2)
helpIfAsked(TORTURE, args)
const asked = readTortureOptions(args)
if (typeof asked === 'string') refuse(TORTURE, asked)
process.exitCode = await tortureCommand(asked, (line) => void process.stdout.write(`${line}\n`))
