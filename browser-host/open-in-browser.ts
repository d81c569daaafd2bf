import { spawn } from 'node:child_process'

/** Opens an address in the user's browser; silently does nothing if there is none. */
export function openInBrowser(url: string): void {
  const [command, ...args] = opener(process.platform, url)
  if (command === undefined) return
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

function opener(platform: NodeJS.Platform, url: string): readonly string[] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  return [platform === 'darwin' ? 'open' : 'xdg-open', url]
}
