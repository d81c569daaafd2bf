import { join } from 'node:path'
import { build } from 'vite'

/** The pseudo-languages as a script. */
export async function buildPseudoWords(): Promise<string> {
  const entry = join(import.meta.dirname, 'pseudo-words.ts')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['es'] }, target: 'esnext' },
  })
  const first = [built].flat()[0]
  if (first === undefined || !('output' in first)) throw new Error('the pseudo-languages were not built')
  return first.output[0].code
}
