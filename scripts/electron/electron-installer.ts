/** `node electron-installer.ts FOLDER`: Electron's own installer from that folder, with download progress reported. */
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const installer = pathToFileURL(join(process.argv[2] ?? '', 'install.js')).href
const downloader = new URL('./download-with-progress.ts', import.meta.url).href

// install.js passes no callback to its downloader.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@electron/get' && context.parentURL === installer
      ? { url: downloader, shortCircuit: true }
      : next(specifier, context),
})
await import(installer)
