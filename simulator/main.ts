import { createCentre } from './centre.ts'
import { DEFAULT_CODE, readOptions, USAGE, type Options } from './options.ts'

/** The sentence for a port that can't be used. */
function listenProblem(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another with --port, or 0 for a free one.`
  if (code === 'EACCES')
    return `Port ${port} needs rights that this user doesn’t have. Choose one above 1023 with --port.`
  return `Can't listen on port ${port} (${String(code)}).`
}

function giveUp(line: string): never {
  process.stderr.write(`${line}\n`)
  process.exit(2)
}

async function run(options: Options): Promise<void> {
  const centre = createCentre({ ...options, now: Date.now })
  const port = await centre
    .listen(options.port)
    .catch((error: unknown) => giveUp(listenProblem(error, options.port)))
  const end = (): void => {
    void centre.close().then(() => process.exit(0))
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  const code = options.usualCode ? DEFAULT_CODE : 'the one that you set'
  process.stdout.write(
    `Simulated call centre: http://127.0.0.1:${port}/\n` +
      `Point Ringside at it: address http://127.0.0.1:${port}/comet/API, extension SIPSIP2, code: ${code}\n`,
  )
}

const read = readOptions(process.argv.slice(2), process.env)
switch (read.kind) {
  case 'options':
    await run(read.options)
    break
  case 'help':
    process.stdout.write(USAGE)
    break
  case 'problem':
    giveUp(read.line)
}
