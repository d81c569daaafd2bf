import { tortureCommand } from './torture-command.ts'

process.exitCode = await tortureCommand(
  process.argv.slice(2),
  (line) => void process.stdout.write(`${line}\n`),
)
