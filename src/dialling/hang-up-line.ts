import type { DiallingView } from '../../core/dialling/dialling-view.ts'
import type { StartWords as Words } from '../../core/words/words.ts'

/** The outcome of a request to end a call, as a sentence. */
export function hangUpLine({ stage, why }: NonNullable<DiallingView['hangUp']>, { dialling }: Words): string {
  switch (stage) {
    case 'requested':
      return dialling.hangingUp
    case 'refused':
      return why === null ? dialling.notHungUp : `${dialling.notHungUp} ${dialling.why(why)}`
    case 'unknown':
      return dialling.hangUpUnknown
    case 'unconfirmed':
      return dialling.hangUpUnconfirmed
  }
}
