import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const file = join(import.meta.dirname, 'main.ts')

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the program; `atOutput` receives its entire output so far. */
async function run(
  args: readonly string[],
  atOutput: (out: string, kill: () => void) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SIMULATOR_CODE: 'own-secret' },
  })
  let out = ''
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    atOutput(out, () => child.kill('SIGINT'))
  })
  await once(child, 'close')
  return { code: child.exitCode, out, err }
}

describe('npm run simulator', { timeout: 30_000 }, () => {
  it('refuses a wrong option with one line and exit code 2', async () => {
    expect(await run(['--foo'])).toEqual({ code: 2, out: '', err: "Unknown option '--foo'. See --help.\n" })
  })

  it('refuses a port in use with one line and exit code 2', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? address?.port : 0
    const { code, err } = await run(['--port', String(port)])
    other.close()
    expect(code).toBe(2)
    expect(err).toBe(`Port ${port} is in use. Choose another with --port, or 0 for a free one.\n`)
  })

  it('prints its address, never a given code, and ends cleanly on SIGINT', async () => {
    const { code, out, err } = await run(['--port', '0'], (written, kill) => {
      if (written.includes('Point Ringside')) kill()
    })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Simulated call centre: http:\/\/127\.0\.0\.1:\d+\/\n/)
    expect(out).not.toContain('own-secret')
  })
})
