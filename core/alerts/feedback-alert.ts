import type { AlertNotification } from './notification.ts'

/** A short confirmation after a shortcut did something invisible. `id`: never used before. */
export const feedbackAlert = (title: string, id: string): AlertNotification => ({
  id,
  kind: 'feedback',
  title,
  body: '',
  call: null,
  stays: false,
  silent: true,
  copyLabel: null,
})
