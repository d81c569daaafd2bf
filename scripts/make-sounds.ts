import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { samplesOf, SOUNDS } from './sounds/sound.ts'
import { waveFile } from './sounds/wave-file.ts'

/** `npm run generate -- sounds`: writes resources/sounds anew. Run it after a change in scripts/sounds. */
const folder = join(import.meta.dirname, '..', 'resources', 'sounds')
await mkdir(folder, { recursive: true })
for (const sound of SOUNDS) await writeFile(join(folder, `${sound.name}.wav`), waveFile(samplesOf(sound)))
console.log(`${SOUNDS.length} sounds written to resources/sounds/`)
