/** `npm run e2e [-- --as=SYSTEM] [-- VITEST ARGUMENTS]`: the built program in a real browser. */
import { join } from 'node:path'
import { SYSTEM_NAMES, systemNamed } from '../../browser-host/simulated-system.ts'
import { helpIfAsked, refuse } from '../command/given.ts'
import { runProgram } from './run-program.ts'

const COMMAND = {
  name: 'e2e',
  does: 'Runs the end-to-end tests of the built program (npm run build). Other arguments are passed to Vitest.',
  flags: {
    as: {
      type: 'string',
      takes: SYSTEM_NAMES.join('|'),
      does: 'the system to simulate (this computer’s own)',
    },
  },
} as const
const AS = /^--as(?:=|$)/

const args = process.argv.slice(2)
helpIfAsked(COMMAND, args)
const flag = args.find((arg) => AS.test(arg))
const as = flag === undefined ? null : systemNamed(flag.replace(AS, ''))
if (flag !== undefined && as === null) refuse(COMMAND, `--as=${SYSTEM_NAMES.join(', --as=')}, not "${flag}".`)
const vitest = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs')
process.exitCode = await runProgram(
  process.execPath,
  [vitest, 'run', '--project', 'e2e', ...args.filter((arg) => arg !== flag)],
  as === null ? process.env : { ...process.env, RINGSIDE_E2E_AS: as },
)
