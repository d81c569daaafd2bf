import { createHash, randomBytes } from 'node:crypto'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listenHere } from '../../server/listen-here.ts'
import { storedZip } from './stored-zip.ts'

const REAL = join(import.meta.dirname, '../../../node_modules')
const RUNTIMES: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}
const SIZE_BYTES = 4_000_000

export interface ElectronMirror {
  /** A `node_modules` folder with Electron's real installer, but without a runtime. */
  readonly modules: string
  /** The environment in which that installer downloads from here. */
  readonly env: NodeJS.ProcessEnv
  readonly zip: Buffer
  /** How many downloads were started. */
  readonly requests: () => number
  end(): Promise<void>
}

/** A server on this computer with an archive that replaces Electron's; `send` is how it responds. */
export async function electronMirror(
  send: (response: ServerResponse, zip: Buffer) => void,
): Promise<ElectronMirror> {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-mirror-'))
  const modules = join(folder, 'node_modules')
  const electron = join(modules, 'electron')
  mkdirSync(electron, { recursive: true })
  symlinkSync(join(REAL, '@electron-internal'), join(modules, '@electron-internal'), 'junction')
  for (const file of ['install.js', 'package.json'])
    copyFileSync(join(REAL, 'electron', file), join(electron, file))
  const version = /"version": "([^"]+)"/.exec(readFileSync(join(electron, 'package.json'), 'utf8'))?.[1]
  if (version === undefined) throw new Error('Electron’s package names no version.')
  const zip = storedZip(RUNTIMES[process.platform] ?? 'electron', randomBytes(SIZE_BYTES))
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`
  const sum = createHash('sha256').update(zip).digest('hex')
  writeFileSync(join(electron, 'checksums.json'), JSON.stringify({ [name]: sum }))
  let requests = 0
  const server = createServer((_, response) => {
    requests += 1
    response.setHeader('content-length', zip.length)
    send(response, zip)
  })
  const port = await listenHere(server)
  return {
    modules,
    env: {
      ...process.env,
      ELECTRON_MIRROR: `http://127.0.0.1:${port}/`,
      electron_config_cache: join(folder, 'cache'),
    },
    zip,
    requests: () => requests,
    async end() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
