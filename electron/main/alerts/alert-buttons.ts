import type { AlertNotification } from '../../../core/alerts/notification.ts'

/** A button of an alert, and what it does. */
export interface AlertButton {
  readonly does: 'fix' | 'copy' | 'page' | 'open'
  readonly label: string
}

/**
 * The buttons of an alert, in order. Linux shows one at most. Windows keeps an alert on screen only if it has one, so
 * a ring without anything to do gets one that opens the window (`openLabel`).
 */
export function alertButtons(
  { copyLabel, pageLabel, remedy, stays }: AlertNotification,
  platform: NodeJS.Platform,
  openLabel: string,
): readonly AlertButton[] {
  if (remedy !== undefined) return [{ does: 'fix', label: remedy.label }]
  const all: AlertButton[] = [
    ...(copyLabel === null ? [] : [{ does: 'copy' as const, label: copyLabel }]),
    ...(pageLabel === undefined ? [] : [{ does: 'page' as const, label: pageLabel }]),
  ]
  if (all.length > 0) return platform === 'linux' ? all.slice(0, 1) : all
  return stays && platform === 'win32' ? [{ does: 'open', label: openLabel }] : []
}
