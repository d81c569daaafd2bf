import type { Proxies } from '../network/proxies.ts'
import { closeConnections } from '../network/connections.ts'
import { simulated } from '../simulated.ts'

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]

/** A permission by Electron's name, and the browser features that it covers. */
const PERMISSIONS = [
  ['media', ['camera', 'microphone']],
  ['geolocation', ['geolocation']],
  ['midi', ['midi']],
  ['clipboard-read', ['clipboard-read']],
  ['display-capture', ['display-capture']],
  ['fullscreen', ['fullscreen']],
] as const

/** Electron's `session`; its permission handlers determine the frame's Permissions-Policy. */
export function createSession(protocol: object, proxies: Pick<Proxies, 'set'>) {
  let requestHandler: RequestHandler = null
  let checkHandler: CheckHandler = null
  const defaultSession = simulated('session.defaultSession', {
    protocol,
    setPermissionRequestHandler: (handler: RequestHandler) => void (requestHandler = handler),
    setPermissionCheckHandler: (handler: CheckHandler) => void (checkHandler = handler),
    setProxy: proxies.set,
  } satisfies Partial<Omit<Electron.Session, 'protocol'>> & { protocol: object })

  /** Value of the Permissions-Policy header for a page of `contents`; `''` when the app refuses nothing. */
  function permissionsPolicy(contents: object, url: string): string {
    const refused = PERMISSIONS.filter(([name]) => isRefused(contents, url, name))
    return refused.flatMap(([, features]) => features.map((feature) => `${feature}=()`)).join(', ')
  }

  function isRefused(contents: object, url: string, name: string): boolean {
    if (checkHandler !== null && Reflect.apply(checkHandler, undefined, [contents, name, url, {}]) === false)
      return true
    let answer = true
    const answered = (granted: boolean): void => void (answer = granted)
    if (requestHandler !== null)
      Reflect.apply(requestHandler, undefined, [
        contents,
        name,
        answered,
        { requestingUrl: url, isMainFrame: true },
      ])
    return !answer
  }

  const partitions = new Map<string, object>()

  /** A session for each partition name, each with its own connections; nothing else of a session is simulated. */
  function fromPartition(name: string): object {
    const known = partitions.get(name)
    if (known !== undefined) return known
    const made: object = simulated('session', {
      closeAllConnections: () => Promise.resolve(closeConnections(made)),
    })
    partitions.set(name, made)
    return made
  }

  return {
    session: simulated('session', { defaultSession, fromPartition }),
    defaultSession,
    permissionsPolicy,
  }
}
