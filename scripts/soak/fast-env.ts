/** The environment in which a Node process, and what it starts, runs at `speed` times real time. */
export function fastEnv(speed: number): Record<string, string> {
  // As a URL, which contains neither spaces nor quotes: NODE_OPTIONS is split at spaces.
  const hook = new URL('./fast-time.ts', import.meta.url).href
  return { NODE_OPTIONS: `--import=${hook}`, RINGSIDE_FAST_TIME: String(speed) }
}
