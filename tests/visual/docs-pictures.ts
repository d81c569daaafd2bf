import { join } from 'node:path'
import { PICTURED_LOOKS } from './looks.ts'
import type { Look, Scene } from './scene.ts'
import { ALL_SCENES } from './scenes/all-scenes.ts'

/** A picture that README and docs show, and that the window is compared with. */
export interface DocsPicture {
  readonly scene: Scene
  readonly look: Look
  /** Absolute path of the PNG. */
  readonly path: string
}

const SHOWN: readonly (readonly [scene: string, look: keyof typeof PICTURED_LOOKS])[] = [
  ['ringing-and-held', 'light'],
  ['ringing-and-held', 'dark'],
  ['ringing-and-held', 'high-contrast'],
  ['ringing-and-held', 'hebrew'],
  ['ringing-and-held', 'large'],
  ['day-so-far', 'light'],
  ['queues', 'light'],
  ['team', 'dark'],
  ['history', 'light'],
  ['settings', 'light'],
  ['first-run', 'light'],
  ['popup', 'light'],
]

export const DOCS_FOLDER = join(import.meta.dirname, '../../docs/pictures')

export const DOCS_PICTURES: readonly DocsPicture[] = SHOWN.map(([name, look]) => {
  const scene = ALL_SCENES.find((one) => one.name === name)
  if (scene === undefined) throw new Error(`there is no scene ${name}`)
  return { scene, look: PICTURED_LOOKS[look], path: join(DOCS_FOLDER, `${name}-${look}.png`) }
})
