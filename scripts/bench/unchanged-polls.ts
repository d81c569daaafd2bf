import { figure, type Figure } from './figure.ts'
import { startRig } from './companion-rig.ts'
import { oneExtension } from './one-extension.ts'

const POLLS = 1_000

/**
 * Messages to a visible window for 1,000 responses with the same content: half identical to the byte, half written
 * differently.
 */
export async function benchUnchangedPolls(): Promise<readonly Figure[]> {
  const body = oneExtension()
  let polls = 0
  const rig = await startRig({
    body: () => (polls++ % 2 === 0 ? body : `${body}\n`),
  })
  const before = rig.messages()
  for (let poll = 0; poll < POLLS; poll++) await rig.companion.pollNow()
  const messages = rig.messages() - before
  await rig.stop()
  return [figure(`IPC messages for ${POLLS} unchanged polls`, messages, { limit: 0 })]
}
