import { NO_SURROUNDINGS } from '../../core/session/surroundings.ts'
import type { RequestKind } from '../../core/polling/cadence.ts'
import { startRig, type Rig, type RigParts } from './companion-rig.ts'
import { oneExtension } from './one-extension.ts'
import { wideBody } from './wide-body.ts'

/**
 * Main's own code, which requests everyone at each `pollNow`, because the followed person is logged in nowhere. One in
 * a hundred changes between responses.
 */
export async function startWideRig(onPush: NonNullable<RigParts['onPush']>): Promise<Rig> {
  let round = 0
  return startRig({
    body: (about: RequestKind) => (about === 'everyone' ? wideBody(round++) : oneExtension([])),
    surroundings: {
      ...NO_SURROUNDINGS,
      wideView: true,
      watch: { kind: 'person', userId: 1 },
      requestsPerMinute: Infinity,
    },
    onPush,
  })
}
