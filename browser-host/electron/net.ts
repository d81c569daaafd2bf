import { ClientRequest } from '../network/client-request.ts'
import { fetchByRequest } from '../network/fetch-by-request.ts'
import { createLoaders, type LoaderParts } from '../network/url-loader.ts'
import { simulated } from '../simulated.ts'

export interface HostNet {
  readonly net: ReturnType<typeof simulatedNet>
  /** Open loaders, for tests that check for leaks. */
  readonly openLoaders: () => number
}

/** Electron's `net` over Node's network, cut off while the tester has the computer offline. */
export function createNet(parts: LoaderParts): HostNet {
  const loaders = createLoaders(parts)
  const request = (
    options: Electron.ClientRequestConstructorOptions | string,
    ...others: readonly unknown[]
  ): ClientRequest => {
    if (others.length > 0) throw new Error('browser-host simulates net.request without a callback only')
    return new ClientRequest(loaders.load, options)
  }
  return { net: simulatedNet(parts.isOnline, request), openLoaders: loaders.open }
}

function simulatedNet(
  isOnline: () => boolean,
  request: (options: Electron.ClientRequestConstructorOptions | string) => ClientRequest,
) {
  const fetch = (input: string | Request, init?: RequestInit): Promise<Response> =>
    fetchByRequest(request, input, init)
  return simulated('net', {
    fetch,
    request,
    isOnline,
  } satisfies Pick<Electron.Net, 'isOnline' | 'fetch'> & { request: unknown })
}
