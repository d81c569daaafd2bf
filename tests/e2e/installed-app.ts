import { cp } from 'node:fs/promises'
import { join } from 'node:path'

const PROJECT = join(import.meta.dirname, '../..')

/**
 * The built program in `folder`, named like Electron's archives: the browser host then simulates an installed program.
 */
export async function installedApp(folder: string): Promise<string> {
  const app = join(folder, 'app.asar')
  await cp(join(PROJECT, 'package.json'), join(app, 'package.json'))
  for (const part of ['out', 'resources']) await cp(join(PROJECT, part), join(app, part), { recursive: true })
  return app
}
