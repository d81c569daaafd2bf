import type { Clock } from '../../../core/clock.ts'
import type { Words } from '../../../core/words/words.ts'
import type { Companion } from '../companion/companion-types.ts'
import type { Configuration } from '../settings/configuration.ts'
import type { Logger } from '../system/log.ts'

/** What most parts of main use, once the state is put together. */
export interface MainParts {
  readonly companion: Companion
  readonly configuration: Configuration
  readonly words: () => Words
  readonly clock: Clock
  readonly log: Logger
}
