/** The environment for Electron: without ELECTRON_RUN_AS_NODE, which would make it run as Node and show nothing. */
export function electronEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // Windows ignores case.
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => name.toUpperCase() !== 'ELECTRON_RUN_AS_NODE'),
  )
}
