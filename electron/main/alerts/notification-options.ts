import type { NotificationConstructorOptions } from 'electron/main'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import { alertButtons } from './alert-buttons.ts'
import { toastTag, toastXml } from './toast-xml.ts'

/**
 * Options for the system's notification. A ring stays and sorts first; on Windows it has the form of a call. On
 * Linux the body is markup (Desktop Notifications Specification): with a bare & or < some desktops show no body at all.
 */
export function notificationOptions(
  alert: AlertNotification,
  platform: NodeJS.Platform,
  openLabel: string,
): NotificationConstructorOptions {
  const buttons = alertButtons(alert, platform, openLabel).map(({ label }) => label)
  return {
    id: platform === 'win32' ? toastTag(alert.id) : alert.id,
    groupId: alert.kind,
    title: alert.title,
    body: platform === 'linux' ? escaped(alert.body) : alert.body,
    silent: alert.silent,
    urgency: alert.kind === 'ring' ? 'critical' : 'normal',
    timeoutType: alert.stays ? 'never' : 'default',
    actions: buttons.map((text) => ({ type: 'button', text })),
    ...(platform === 'win32' && alert.kind === 'ring'
      ? { toastXml: toastXml({ ...alert, tag: toastTag(alert.id), buttons }) }
      : {}),
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? '')
