import type { NotificationConstructorOptions } from 'electron/main'
import type { AlertNotification } from '../../core/alerts/notification.ts'

/**
 * An alert as the system's notification takes it. A ring stays and sorts first. Windows keeps one on screen only if
 * it has a button, so a ring without a number to copy gets one that opens the window (`openLabel`).
 */
export function notificationOptions(
  alert: AlertNotification,
  platform: NodeJS.Platform,
  openLabel: string,
): NotificationConstructorOptions {
  return {
    id: alert.id,
    groupId: alert.kind,
    title: alert.title,
    body: alert.body,
    silent: alert.silent,
    urgency: alert.kind === 'ring' ? 'critical' : 'normal',
    timeoutType: alert.stays ? 'never' : 'default',
    actions: actions(alert, platform, openLabel),
  }
}

function actions(
  { copyLabel, mend, stays }: AlertNotification,
  platform: NodeJS.Platform,
  openLabel: string,
) {
  if (mend !== undefined) return [{ type: 'button' as const, text: mend.label }]
  if (copyLabel !== null) return [{ type: 'button' as const, text: copyLabel }]
  return stays && platform === 'win32' ? [{ type: 'button' as const, text: openLabel }] : []
}
