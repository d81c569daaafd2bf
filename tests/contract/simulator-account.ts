import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Account } from './account.ts'

/** The simulator in its own process, with its controls. */
export interface SimulatorAccount extends Account {
  /** Sends one request under `/sim`; returns its response. */
  sim(command: string, asked?: object): Promise<unknown>
}

/**
 * Starts the simulator on a free port, without any activity except one established call on SIPSIP2. `flags`: additional
 * command-line arguments.
 */
export async function openSimulatorAccount(...flags: readonly string[]): Promise<SimulatorAccount> {
  const main = fileURLToPath(new URL('../../simulator/main.ts', import.meta.url))
  const child = spawn(process.execPath, [main, '--port', '0', '--scenario', 'quiet', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = await originOf(child.stdout)
  async function sim(command: string, asked: object = {}): Promise<unknown> {
    const body = JSON.stringify(asked)
    const response = await fetch(`${origin}/sim/${command}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    if (!response.ok) throw new Error(`${command}: ${await response.text()}`)
    return await response.json()
  }
  const extension = 'SIPSIP2'
  await sim('quiet', { quiet: true })
  await sim('clear')
  const { ivrid } = (await sim('call', { extension, phone: '0722776772', direction: 'Incoming' })) as {
    ivrid: string
  }
  await sim('answer', { ivrid })
  return {
    baseUrl: `${origin}/comet/API`,
    muteUrl: `${origin}/Comet/API/MuteUnmuteCalls`,
    dialUrl: `${origin}/ForwardDialer/click2call.aspx`,
    code: 'demo-code',
    extension,
    ivrid,
    sim,
    async close() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The address that the simulator prints on its first line. */
async function originOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
    if (origin !== undefined) return origin
  }
  throw new Error('The simulator ended before it printed its address.')
}
