import type { Scene } from '../scene.ts'
import { AROUND_SCENES } from './around-scenes.ts'
import { CALLS_SCENES } from './calls-scenes.ts'
import { HISTORY_SCENES } from './history-scenes.ts'

/** These views as others see them during screen sharing. */
const HIDDEN: ReadonlyMap<string, string> = new Map([
  ['ringing-and-held', 'Privacy: one rings, one is on hold'],
  ['missed', 'Privacy: missed calls'],
  ['queues', 'Privacy: queues'],
  ['team', 'Privacy: the team'],
  ['history', 'Privacy: the history'],
  ['history-call', 'Privacy: a call of the history'],
])

export const PRIVACY_SCENES: readonly Scene[] = [
  ...CALLS_SCENES,
  ...AROUND_SCENES,
  ...HISTORY_SCENES,
].flatMap((scene) => {
  const title = HIDDEN.get(scene.name)
  if (title === undefined) return []
  return [{ ...scene, name: `privacy-${scene.name}`, title, settings: { ...scene.settings, privacy: true } }]
})
