import { fastify } from 'fastify'
import type { Account } from './api/extensions-answer.ts'
import { addApiRoutes } from './api/routes.ts'
import { createDeliver, type Pause } from './faults/deliver.ts'
import { createFaultBox } from './faults/fault-box.ts'
import type { Answers } from './api/other-way.ts'
import { addPageRoutes } from './page/routes.ts'
import { addPopupScreenRoutes } from './popup-screen/routes.ts'
import { createRequestLog } from './sim/request-log.ts'
import { addSimRoutes } from './sim/routes.ts'
import type { ScenarioName } from './world/scenario.ts'
import type { Lag } from './world/call-log.ts'
import { createWorld, type World } from './world/world.ts'

export interface CentreOptions extends Account {
  readonly seed: number
  readonly scenario: ScenarioName
  /** IANA zone of the account's wall clock. */
  readonly zone: string
  /** Virtual seconds per real second. */
  readonly speed: number
  /** This computer's clock, epoch ms. */
  readonly now: () => number
  /** When the world's time starts, epoch ms; default: now. */
  readonly startAt?: number
  /** As documented if absent. */
  readonly answers?: Answers
  /** How long after the end of a call its record appears in the call log; default: one to five minutes. */
  readonly lag?: Lag
  /** How a delayed response waits, for a clock that is moved by hand; default: in this computer's time. */
  readonly pause?: Pause
}

/** A simulated call centre behind HTTP. */
export interface Centre {
  readonly world: World
  /** Listens on 127.0.0.1 and returns the port; 0 takes a free one. Rejects with Node's error if it can't. */
  listen(port: number): Promise<number>
  /** Closes open connections and ends. */
  close(): Promise<void>
}

/** A centre that isn't listening yet. Throws RangeError for an unknown time zone. */
export function createCentre(options: CentreOptions): Centre {
  const { seed, scenario, zone, speed, now, pause } = options
  const begun = now()
  const startAt = options.startAt ?? begun
  const world = createWorld({ seed, scenario, startAt, zone, lag: options.lag })
  // No timers: the world is brought up to the present with each request.
  const turn = (): void => world.advanceTo(Math.floor(startAt + (now() - begun) * speed))
  const date = (): string => new Date(Math.floor(startAt + (now() - begun) * speed)).toUTCString()

  const app = fastify({ forceCloseConnections: true, exposeHeadRoutes: false })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  const faults = createFaultBox(world.now)
  const log = createRequestLog(now)
  const deliver = createDeliver({ faults, date, pause })
  addApiRoutes(app, { world, account: options, log, turn, deliver, answers: options.answers })
  addSimRoutes(app, { world, setting: { scenario, seed, speed }, faults, log, turn })
  addPopupScreenRoutes(app, world)
  addPageRoutes(app)

  return {
    world,
    async listen(port) {
      await app.listen({ host: '127.0.0.1', port })
      const address = app.server.address()
      return typeof address === 'object' && address !== null ? address.port : port
    },
    close: () => app.close(),
  }
}
