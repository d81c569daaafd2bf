export type ProtocolClients = Pick<
  Electron.App,
  'isDefaultProtocolClient' | 'setAsDefaultProtocolClient' | 'removeAsDefaultProtocolClient'
>

/**
 * The schemes that open the program, for as long as it runs. On Linux nothing is removed
 * (shell/browser/browser_linux.cc: RemoveAsDefaultProtocolClient does nothing and returns false).
 */
export function createProtocolClients(platform: NodeJS.Platform): ProtocolClients {
  const schemes = new Set<string>()
  const removes = platform !== 'linux'
  return {
    isDefaultProtocolClient: (scheme) => schemes.has(scheme),
    setAsDefaultProtocolClient: (scheme) => scheme !== '' && schemes.add(scheme).has(scheme),
    removeAsDefaultProtocolClient: (scheme) => removes && schemes.delete(scheme),
  }
}
