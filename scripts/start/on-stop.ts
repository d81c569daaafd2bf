/** Calls `stop` at Ctrl+C and SIGTERM, which no longer end this process, until the returned function is called. */
export type OnStop = (stop: () => void) => () => void

export const onStop: OnStop = (stop) => {
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}
