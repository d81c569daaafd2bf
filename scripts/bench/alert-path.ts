import { performance } from 'node:perf_hooks'
import { startRig } from './companion-rig.ts'
import { figure, percentile, type Figure } from './figure.ts'
import { oneExtension, ringingCall } from './one-extension.ts'

const RINGS = 1_000
const BETWEEN_MS = 2_500 // a ring and a missed call in 5 s: fewer alerts than the program shows in a minute

/** From the arrival of the response with a ring to `Notification.show()`, over a thousand rings, each from another number. */
export async function benchAlertPath(): Promise<readonly Figure[]> {
  let poll = 0
  let arrivedAt = 0
  const delays: number[] = []
  const rig = await startRig({
    body: () =>
      oneExtension(poll++ % 2 === 1 ? [ringingCall(`ring${poll}`, rig.now(), `054${4_000_000 + poll}`)] : []),
    onArrival: () => (arrivedAt = performance.now()),
    onShow: () => delays.push(performance.now() - arrivedAt),
  })
  while (poll < RINGS * 2) {
    rig.pass(BETWEEN_MS)
    await rig.companion.pollNow()
  }
  await rig.stop()
  const rings = delays.filter((_, index) => index % 2 === 0)
  const name = 'response arrived → Notification.show()'
  return [
    figure(`alerts missing, of ${RINGS} rings`, RINGS * 2 - 1 - delays.length, { limit: 0 }),
    figure(`${name}, p50`, percentile(rings, 0.5), { unit: 'ms', digits: 2 }),
    figure(`${name}, p99`, percentile(rings, 0.99), { unit: 'ms', digits: 2, limit: 5 }),
  ]
}
