/**
 * The host's entry point: `node browser-host/main.ts [--port N] [--profile DIR] [--app DIR] [--as SYSTEM] [--open] [--
 * app's flags]`.
 */
import { readHostOptions } from './host-options.ts'
import { HostRefusal } from './host-refusal.ts'
import { runHost } from './run-host.ts'

const options = readHostOptions(process.argv.slice(2))
if (typeof options === 'string') refuse(options)
else
  await runHost(options).catch((error: unknown) => {
    if (error instanceof HostRefusal) refuse(error.message)
    throw error
  })

function refuse(line: string): never {
  process.stderr.write(`${line}\n`)
  process.exit(2)
}
