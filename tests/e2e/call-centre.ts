import { setTimeout as wait } from 'node:timers/promises'

const PATIENCE_MS = 60_000 // for a busy machine; main-job.test.ts holds the demo to its ten seconds

/** The simulated call centre, controlled by hand: what its control page does, over HTTP. */
export interface CallCentre {
  readonly url: string
  /** Nothing more happens automatically: a ringing call keeps ringing. */
  freeze(): Promise<unknown>
  /** No more automatic calls, and none left over. */
  quiet(): Promise<void>
  call(change?: Readonly<Record<string, unknown>>): Promise<string>
  act(what: 'answer' | 'hangup' | 'hold' | 'resume' | 'mute' | 'unmute', ivrid: string): Promise<unknown>
  /** A caller who waits in the first queue of SIPSIP2. */
  wait(phone: string): Promise<string>
  /** A call that rings on several extensions, answered on this one. */
  answerAt(extension: string, ivrid: string): Promise<unknown>
  /** Transfers the call on an extension to another one, where it rings; returns the id it has there. */
  transfer(extension: string, to: string): Promise<string>
  /** Someone logs in to an extension: its owner if nobody is named. */
  logIn(extension: string, name?: string): Promise<unknown>
  logOut(extension: string): Promise<unknown>
  setStatus(extension: string, status: number): Promise<unknown>
  /** The id of the user to whom an extension belongs. */
  userOf(extension: string): Promise<number>
  fault(fault: Readonly<Record<string, unknown>>): Promise<unknown>
  clearFaults(): Promise<unknown>
}

/** The one that the program says it has started. */
export async function callCentre(lines: readonly string[]): Promise<CallCentre> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const url = lines
      .map((line) => /Simulated call centre: (http:\S+)/.exec(line)?.[1])
      .find((found) => found !== undefined)
    if (url !== undefined) return centreAt(url)
    if (Date.now() > until) throw new Error(`No simulated call centre in: ${lines.join(' | ')}`)
    await wait(50)
  }
}

export function centreAt(url: string): CallCentre {
  async function post(path: string, body: unknown = {}, method = 'POST'): Promise<unknown> {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
    return text === '' ? null : JSON.parse(text)
  }
  const postCall = async (path: string, body: unknown): Promise<string> =>
    ((await post(path, body)) as { ivrid: string }).ivrid
  return {
    url,
    freeze: () => post('/sim/quiet'),
    quiet: async () => {
      await post('/sim/quiet')
      await post('/sim/clear')
    },
    call(change = {}) {
      const usual = { extension: 'SIPSIP2', phone: '0722776772', name: 'Sales line', did: '039001234' }
      return postCall('/sim/call', { ...usual, ...change })
    },
    wait: (phone) => postCall('/sim/wait', { extension: 'SIPSIP2', phone }),
    answerAt: (extension, ivrid) => post('/sim/answer', { extension, ivrid }),
    transfer: (extension, to) => postCall('/sim/transfer', { extension, to }),
    act: (what, ivrid) => post(`/sim/${what}`, { ivrid }),
    logIn: (extension, representative) => post('/sim/login', { extension, representative }),
    logOut: (extension) => post('/sim/logout', { extension }),
    setStatus: (extension, status) => post('/sim/status', { extension, status }),
    async userOf(extension) {
      const response = await fetch(new URL('/sim/state', url))
      const { agents } = (await response.json()) as { agents: { extension: string; userId: number }[] }
      const found = agents.find((agent) => agent.extension === extension)
      if (found === undefined) throw new Error(`No ${extension} in the simulated call centre`)
      return found.userId
    },
    fault: (fault) => post('/sim/fault', fault),
    clearFaults: () => post('/sim/fault', {}, 'DELETE'),
  }
}
