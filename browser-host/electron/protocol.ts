import { simulated } from '../simulated.ts'

export type SchemeHandler = (request: Request) => Response | Promise<Response>

/** Electron's `protocol`, and the app's own handlers behind it. */
export function createProtocol() {
  const handlers = new Map<string, SchemeHandler>()
  const protocol = {
    // Privileges are about how Chromium treats the scheme; here the page is served over http on this computer.
    registerSchemesAsPrivileged: () => undefined,
    handle: (scheme: string, handler: SchemeHandler) => void handlers.set(scheme, handler),
    isProtocolHandled: (scheme: string) => handlers.has(scheme),
  } satisfies Partial<Electron.Protocol>
  return {
    protocol: simulated('protocol', protocol),
    /** The app's handler of a scheme, such as `ringside`. */
    handlerOf: (scheme: string): SchemeHandler | undefined => handlers.get(scheme),
  }
}
