import { fileURLToPath } from 'node:url'

/** The environment in which a Node process, and what it starts, runs `speed` times as fast as time. */
export function fastEnv(speed: number): Record<string, string> {
  const hook = fileURLToPath(new URL('./fast-time.ts', import.meta.url))
  return { NODE_OPTIONS: `--import=${hook}`, RINGSIDE_FAST_TIME: String(speed) }
}
