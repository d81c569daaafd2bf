import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The simulated call centre in its own process: one extension, one call that nobody ends. */
export interface CentreProcess {
  /** `http://127.0.0.1:PORT`, the same after each start. */
  origin(): string
  start(): Promise<void>
  stop(): Promise<void>
  /** Sends one request under `/sim`; returns its response, and throws its error. */
  sim(command: string, asked?: object, method?: string): Promise<unknown>
}

export const EXTENSION = 'SIPSIP2'

/** A centre that isn't running yet. `code`: the code that it requires. */
export function createCentreProcess(code: string): CentreProcess {
  const main = fileURLToPath(new URL('../../simulator/main.ts', import.meta.url))
  let child: ChildProcess | null = null
  let port = '0'

  async function sim(command: string, asked: object = {}, method = 'POST'): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${port}/sim/${command}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(text)
    return text === '' ? null : JSON.parse(text)
  }

  return {
    origin: () => `http://127.0.0.1:${port}`,
    async start() {
      const started = spawn(process.execPath, [main, '--port', port, '--scenario', 'quiet'], {
        env: { ...process.env, SIMULATOR_CODE: code },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child = started
      port = await portOf(started.stdout)
      await sim('quiet')
      await sim('clear')
      await sim('call', { extension: EXTENSION, ivrid: 'fault-table-call' })
      await sim('answer', { extension: EXTENSION })
    },
    async stop() {
      if (child === null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      child = null
      await ended
    },
    sim,
  }
}

async function portOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1]
    if (port !== undefined) return port
  }
  throw new Error('The simulator ended before it printed its address.')
}
