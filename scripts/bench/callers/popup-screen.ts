import { createServer } from 'node:http'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { listenHere } from '../../server/listen-here.ts'
import { startRig } from '../companion-rig.ts'
import { figure, percentile, type Figure } from '../figure.ts'
import { oneExtension, ringingCall } from '../one-extension.ts'

const ROUNDS = 8 // by turns, so that a busy moment of the computer affects all of them
const PAUSE_MS = 25
const RINGS = 25
const BETWEEN_MS = 2_500 // a ring and its end in 5 s: fewer alerts and requests than the program allows in a minute

/**
 * From the arrival of the response with a ring to `Notification.show()`, with a Popup Screen endpoint that never responds
 * and with one that is down, as a ratio to none.
 */
export async function benchPopupScreen(): Promise<readonly Figure[]> {
  const silent = createServer(() => undefined)
  const slow = await listenHere(silent)
  const delays = { none: [] as number[], slow: [] as number[], down: [] as number[] }
  const urls = { none: '', slow: `http://127.0.0.1:${slow}/`, down: 'http://127.0.0.1:9/' }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of ['none', 'slow', 'down'] as const)
      delays[kind].push(...(await alertDelays(urls[kind], round)))
  }
  silent.closeAllConnections()
  silent.close()
  const figures = (kind: 'slow' | 'down', what: string): readonly Figure[] =>
    [0.5, 0.95, 0.99].map((part) =>
      figure(
        `… with an endpoint that ${what}, p${part * 100}, to without`,
        percentile(delays[kind], part) / percentile(delays.none, part),
        { unit: '×', digits: 2, limit: part === 0.99 ? 2 : 1.5 },
      ),
    )
  return [
    figure('response arrived → Notification.show() without an endpoint, p50', percentile(delays.none, 0.5), {
      unit: 'ms',
      digits: 2,
    }),
    ...figures('slow', 'never responds'),
    ...figures('down', 'is down'),
  ]
}

async function alertDelays(popupScreenUrl: string, round: number): Promise<readonly number[]> {
  let poll = 0
  let arrivedAt = 0
  const delays: number[] = []
  const rig = await startRig({
    settings: { popupScreenUrl },
    body: () => oneExtension(poll++ % 2 === 1 ? [ringingCall(`ring${round}-${poll}`, rig.now())] : []),
    onArrival: () => (arrivedAt = performance.now()),
    onShow: () => delays.push(performance.now() - arrivedAt),
  })
  while (poll < RINGS * 2) {
    rig.pass(BETWEEN_MS)
    await rig.companion.pollNow()
    // Polls are seconds apart: a request to the endpoint isn't under way while the next one arrives.
    await wait(PAUSE_MS)
  }
  await rig.stop()
  return delays.filter((_, index) => index % 2 === 0)
}
