import http from 'node:http'
import https from 'node:https'

/** The connections that a session keeps open for reuse. */
export interface Connections {
  readonly 'http:': http.Agent
  readonly 'https:': https.Agent
}

const AT_ONCE = 6 // connections to one host (net/socket/client_socket_pool_manager.cc)
const IDLE_MS = 4_000 // as in Node's fetch; Chromium's five minutes would hide connections that were left open
const usual = { keepAlive: true, maxSockets: AT_ONCE, timeout: IDLE_MS }

const opened = (): Connections => ({ 'http:': new http.Agent(usual), 'https:': new https.Agent(usual) })

const ofDefault = opened()
const ofSessions = new WeakMap<object, Connections>()

/** The connections of a session; of the default session if omitted. */
export function connectionsOf(session: object | undefined): Connections {
  if (session === undefined) return ofDefault
  const known = ofSessions.get(session) ?? opened()
  ofSessions.set(session, known)
  return known
}

/** Closes all connections of a session, in use or not. */
export function closeConnections(session: object): void {
  const { 'http:': plain, 'https:': secure } = connectionsOf(session)
  plain.destroy()
  secure.destroy()
}
