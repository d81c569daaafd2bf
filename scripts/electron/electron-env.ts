/** The environment for Electron: without ELECTRON_RUN_AS_NODE, by which it would be Node and show nothing. */
export function electronEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // Windows doesn't tell capitals apart.
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => name.toUpperCase() !== 'ELECTRON_RUN_AS_NODE'),
  )
}
