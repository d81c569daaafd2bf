import type { NotificationConstructorOptions } from 'electron/main'
import type { AlertNotification } from '../../core/alerts/notification.ts'
import { alertButtons } from './alert-buttons.ts'

/** An alert as the system's notification takes it. A ring stays and sorts first. */
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
    actions: alertButtons(alert, platform, openLabel).map(({ label }) => ({ type: 'button', text: label })),
  }
}
