import { type Installation, installElectron, type InstallParts } from './install-electron.ts'
import { createProgressLine } from './progress-line.ts'
import type { Terminal } from '../start/terminal.ts'

export interface DownloadParts extends Omit<InstallParts, 'onProgress' | 'onUnpacking'> {
  readonly terminal: Terminal
}

/** Installs Electron's runtime and shows its progress. */
export async function downloadElectron({ terminal, ...parts }: DownloadParts): Promise<Installation> {
  const { err, rewrites } = terminal
  const line = createProgressLine({ write: err, rewrites })
  err('Downloading Electron (once; --host=browser starts without it)…\n')
  const installation = await installElectron({
    ...parts,
    onProgress: line.show,
    onUnpacking() {
      line.end()
      err('Unpacking Electron…\n')
    },
  })
  line.end()
  return installation
}
