import { createServer } from 'node:http'
import { listenHere } from '../../scripts/server/listen-here.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * The next response of the API, set by a test: JSON, a body that is sent unchanged, or all the bytes of a response,
 * after which the connection is closed.
 */
export interface ScriptedAccount {
  readonly baseUrl: string
  say(answers: Partial<Answers>): void
  close(): void
}

type Answer = object | string | Buffer

interface Answers {
  /** The response about one extension. */
  readonly extension: Answer
  readonly everyone: Answer
  readonly queues: Answer
}

/** An API that returns anything, even what no call centre would: for invalid input. */
export async function openScriptedAccount(first: Answers): Promise<ScriptedAccount> {
  let answers = first
  const server = createServer((request, response) => {
    let asked = ''
    request.setEncoding('utf8').on('data', (part: string) => (asked += part))
    request.on('end', () => {
      const one = Object.hasOwn(JSON.parse(asked) as object, 'extension')
      const answer = /Queues/.test(request.url ?? '')
        ? answers.queues
        : one
          ? answers.extension
          : answers.everyone
      if (answer instanceof Buffer) request.socket.end(answer)
      else
        response
          .setHeader('content-type', 'application/json')
          .end(typeof answer === 'string' ? answer : JSON.stringify(answer))
    })
  })
  const port = await listenHere(server)
  return {
    baseUrl: `http://127.0.0.1:${port}/comet/API`,
    say(next) {
      answers = { ...answers, ...next }
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

export const extensionsAre = (...extensions: readonly Json[]): object => ({
  ERR: 0,
  DESC: 'OK',
  EXTENSIONS: extensions,
})

export const queuesAre = (...queues: readonly Json[]): object => ({ ERR: 0, DESC: 'OK', QUEUES: queues })

/** An extension with someone logged in, as the API writes it. */
export const anExtension = (change: Json = {}): Json => ({
  name: 'Dana Levi',
  representative: 'Dana Levi',
  username: 'SIPSIP2',
  extensionID: 97_483_478,
  userID: 46_454_322,
  onlineUserID: 46_454_322,
  onlineUserStatus: 1,
  calls: [],
  ...change,
})

/** A ringing call, as the API writes it. */
export const aRing = (ivrid: string): Json => ({
  callStarted: 0,
  callAnswered: 0,
  answered: 0,
  callername: 'Sales',
  callerphone: '0722776772',
  callstatus: 'Ringing',
  customdata: {},
  direction: 'Incoming',
  ivrid,
  recording: { Filename: '', IsMuted: 0 },
  did: '',
})

/** Waiting callers, the longest wait first; their ids are `c0`, `c1` and so on. */
export const callers = (count: number): readonly Json[] =>
  Array.from({ length: count }, (_, index) => ({
    Phone: `05${String(10_000_000 + index)}`,
    CallID: `c${index}`,
    JoinTime: 0,
    Duration: Math.max(1, 3_000 - index),
  }))
