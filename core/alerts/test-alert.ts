import type { Words } from '../words/words.ts'
import { plainAlert, type AlertNotification } from './notification.ts'

/** The alert that shows what alerts look like. `id`: never used before. */
export const testAlert = ({ alert }: Words, id: string): AlertNotification =>
  plainAlert({ id, kind: 'test', title: alert.testTitle, body: alert.testBody, silent: false })
