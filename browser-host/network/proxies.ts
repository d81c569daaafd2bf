/** The proxy of a request: what the app has set, otherwise from the environment, as Chromium on Linux does. */
export interface Proxies {
  /** Null: directly to the server. This computer's own servers never use a proxy. */
  of(url: URL): URL | null
  set(config: Electron.ProxyConfig): Promise<void>
}

export function createProxies(env: NodeJS.ProcessEnv): Proxies {
  let rules: string | null = null
  return {
    of(url) {
      if (isLoopback(url.hostname)) return null
      const rule = rules ?? env[`${url.protocol.slice(0, -1)}_proxy`] ?? ''
      return rule === '' ? null : URL.parse(rule.includes('://') ? rule : `http://${rule}`)
    },
    set({ mode, proxyRules = '' }) {
      if (mode !== undefined && mode !== 'direct' && mode !== 'fixed_servers')
        throw new Error(`browser-host does not simulate proxies of the kind ${mode}`)
      rules = mode === 'direct' ? '' : proxyRules
      return Promise.resolve()
    },
  }
}

const isLoopback = (host: string): boolean => /^(.+\.)?localhost$|^127\.[\d.]+$|^\[::1\]$/.test(host)
