import { join } from 'node:path'
import type { Layout } from './layout.ts'
import type { Machine } from './machine.ts'
import type { Scene } from './scene.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Where the pictures are that the window is compared with: the very ones of the docs. */
export const PICTURES = join(ROOT, 'docs/screenshots')

export const picturePath = (scene: Scene, look: string): string => join(PICTURES, `${scene.name}-${look}.png`)

/** Beside them: the machine they are of, and the layouts, for machines with other fonts. */
export const LAYOUTS = join(import.meta.dirname, 'expected/layouts.json')

export interface KeptLayouts {
  readonly machine: Machine
  /** By the scene's name. */
  readonly layouts: Readonly<Record<string, Layout>>
}

/** Where the page on access with the tree of a ring is. */
export const ACCESS_PAGE = join(ROOT, 'docs/accessibility.md')

/** The scene whose accessibility tree is kept there. */
export const RING_SCENE = 'ringing-and-held'
