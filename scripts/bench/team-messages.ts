import { serialize } from 'node:v8'
import { NO_SURROUNDINGS } from '../../core/session/surroundings.ts'
import type { RequestKind } from '../../core/polling/cadence.ts'
import { startRig } from './companion-rig.ts'
import { figure, type Figure } from './figure.ts'
import { oneExtension } from './one-extension.ts'
import { WIDE_EXTENSIONS, wideBody } from './wide-body.ts'
import { startWideRig } from './wide-rig.ts'

const POLLS = 40

/** What is sent to the window for a team of which one in a hundred changes: while it is open, and while it isn't. */
export async function benchTeamMessages(): Promise<readonly Figure[]> {
  const sent: number[] = []
  const rig = await startWideRig((_channel, message) => sent.push(bytesOf(message)))
  const poll = async (): Promise<readonly number[]> => {
    sent.length = 0
    for (let one = 0; one < POLLS; one++) await rig.companion.pollNow()
    return [...sent]
  }
  rig.companion.look({ queues: false, team: true })
  await rig.companion.pollNow()
  const whole = bytesOf(rig.companion.team())
  const open = await poll()
  rig.companion.look({ queues: false, team: false })
  const closed = await poll()
  await rig.stop()
  const asked = await requestsWhileClosed()
  const changed = `for ${POLLS} responses, 1 % changed`
  return [
    figure(`bytes of the whole team of ${WIDE_EXTENSIONS}`, whole),
    figure(`messages ${changed}, team open`, open.length, { limit: POLLS }),
    figure(
      'bytes of such a message, relative to the part that changed',
      bytes(open) / POLLS / (whole / 100),
      { digits: 2, limit: 1.5 },
    ),
    figure(`messages ${changed}, team not open`, closed.length, { limit: 0 }),
    figure('requests about everyone, team never opened', asked, { limit: 0 }),
  ]
}

/** How many requests about everyone are sent while the team isn't open, although the settings allow them. */
async function requestsWhileClosed(): Promise<number> {
  const asked: RequestKind[] = []
  const rig = await startRig({
    body: (about) => {
      asked.push(about)
      return about === 'everyone' ? wideBody(0) : oneExtension()
    },
    surroundings: { ...NO_SURROUNDINGS, wideView: true, requestsPerMinute: Infinity },
  })
  for (let one = 0; one < POLLS; one++) await rig.companion.pollNow()
  await rig.stop()
  return asked.filter((about) => about === 'everyone').length
}

/** In the form in which Electron sends it: a structured clone. */
const bytesOf = (message: unknown): number => serialize(message).length

const bytes = (sent: readonly number[]): number => sent.reduce((sum, one) => sum + one, 0)
