// npm passes SIGTERM only to its shell, and the command that the shell runs would continue without them. If its parent
// is gone, a command gets the signal itself. Windows has no such signal.
const LOOK_AGAIN_MS = 500

if (process.env.npm_lifecycle_event !== undefined && process.platform !== 'win32') {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_AGAIN_MS)
  timer.unref()
}
