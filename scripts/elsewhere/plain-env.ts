import { delimiter } from 'node:path'

/** The environment of a user's own terminal: without what npm adds for a script. */
export function plainEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE$|NODE_ENV$)/.test(name))
  const path = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !/[\\/]node_modules[\\/]|[\\/]node_modules$/.test(folder))
  return { ...Object.fromEntries(own), PATH: path.join(delimiter) }
}
