import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const HERE = import.meta.dirname

/** Bundles the app that tests the beliefs into `folder`, in the form that both Electron and the browser host run. */
export async function buildApp(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: HERE,
    build: {
      ssr: join(HERE, 'app.ts'),
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { external: /^(electron(\/.*)?|node:.*)$/, output: { entryFileNames: 'main.js' } },
    },
  })
  await cp(join(HERE, '../../resources/tray'), join(folder, 'tray'), { recursive: true })
  const about = {
    name: 'ringside-contract',
    productName: 'Ringside contract',
    version: '1.0.0',
    desktopName: 'contract.ringside.Contract.desktop',
    type: 'module',
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...about, main: './main.js' }))
}
