import type { Words } from '../words/words.ts'
import type { AlertNotification } from './notification.ts'

/** A notification that opens no call and disappears by itself. */
export const plainAlert = (
  alert: Pick<AlertNotification, 'id' | 'kind' | 'title' | 'body' | 'silent'>,
): AlertNotification => ({ ...alert, call: null, stays: false, copyLabel: null })

/** The alert that shows what alerts look like. `id`: never used before. */
export const testAlert = ({ alert }: Words, id: string): AlertNotification =>
  plainAlert({ id, kind: 'test', title: alert.testTitle, body: alert.testBody, silent: false })

/** A short confirmation after a shortcut did something invisible. `id`: never used before. */
export const feedbackAlert = (title: string, id: string): AlertNotification =>
  plainAlert({ id, kind: 'feedback', title, body: '', silent: true })
