import type { AlertNotification } from './notification.ts'

/** A short word to the person after a key of theirs did something that can't be seen. `id`: never used before. */
export const feedbackAlert = (title: string, id: string): AlertNotification => ({
  id,
  kind: 'told',
  title,
  body: '',
  call: null,
  stays: false,
  silent: true,
  copyLabel: null,
})
