import type { Words } from '../words/words.ts'
import type { AlertNotification } from './notification.ts'

/** The alert that shows what alerts look like. `id`: never used before. */
export function testAlert(words: Words, id: string): AlertNotification {
  const { testTitle: title, testBody: body } = words.alert
  return { id, kind: 'test', title, body, call: null, stays: false, silent: false, copyLabel: null }
}
