import { fastify } from 'fastify'
import type { Account } from './api/extensions-answer.ts'
import { addApiRoutes } from './api/routes.ts'
import { createDeliver, type Pause } from './faults/deliver.ts'
import { createFaultBox } from './faults/fault-box.ts'
import type { Answers } from './api/other-way.ts'
import { addPageRoutes } from './page/routes.ts'
import { createRequestLog } from './sim/request-log.ts'
import { addSimRoutes } from './sim/routes.ts'
import type { ScenarioName } from './world/scenario.ts'
import { createWorld, type World } from './world/world.ts'

export interface CentreOptions extends Account {
  readonly seed: number
  readonly scenario: ScenarioName
  /** IANA zone of the account's wall clock. */
  readonly zone: string
  /** Virtual seconds in a real one. */
  readonly speed: number
  /** This computer's clock, epoch ms. */
  readonly now: () => number
  /** Where the world's time begins, epoch ms; now when absent. */
  readonly startAt?: number
  /** As documented when absent. */
  readonly answers?: Answers
  /** How a delayed answer waits, for a clock that is turned by hand; in this computer's time when absent. */
  readonly pause?: Pause
}

/** A simulated call centre behind HTTP. */
export interface Centre {
  readonly world: World
  /** Listens on 127.0.0.1 and gives the port; 0 takes a free one. Rejects with Node's error when it can't. */
  listen(port: number): Promise<number>
  /** Breaks off what is open and ends. */
  close(): Promise<void>
}

/** A centre that does not listen yet. Throws RangeError for a zone that there is not. */
export function createCentre(options: CentreOptions): Centre {
  const { seed, scenario, zone, speed, now, pause } = options
  const begun = now()
  const startAt = options.startAt ?? begun
  const world = createWorld({ seed, scenario, startAt, zone })
  // No timers: the world is brought to the present whenever someone looks.
  const turn = (): void => world.advanceTo(Math.floor(startAt + (now() - begun) * speed))
  const date = (): string => new Date(Math.floor(startAt + (now() - begun) * speed)).toUTCString()

  const app = fastify({ forceCloseConnections: true, exposeHeadRoutes: false })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  const faults = createFaultBox()
  const log = createRequestLog(now)
  const deliver = createDeliver({ faults, date, pause })
  addApiRoutes(app, { world, account: options, log, turn, deliver, answers: options.answers })
  addSimRoutes(app, { world, setting: { scenario, seed, speed }, faults, log, turn })
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
