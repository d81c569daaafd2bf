import { plainAlert, type AlertNotification } from './notification.ts'

/** A short confirmation after a shortcut did something invisible. `id`: never used before. */
export const feedbackAlert = (title: string, id: string): AlertNotification =>
  plainAlert({ id, kind: 'feedback', title, body: '', silent: true })
