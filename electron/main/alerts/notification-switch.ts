/** The system's own page for notifications: its address, or the program that opens it. */
export type NotificationSwitch =
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'program'; readonly program: string; readonly args: readonly string[] }

/** The one for this system; null if none is known. Constants only: no outside input. */
export function notificationSwitch(platform: NodeJS.Platform, desktop: string): NotificationSwitch | null {
  if (platform === 'win32') return { kind: 'address', url: 'ms-settings:notifications' }
  if (platform === 'darwin') {
    const url = 'x-apple.systempreferences:com.apple.Notifications-Settings.extension'
    return { kind: 'address', url }
  }
  const names = desktop.toUpperCase().split(':')
  if (names.includes('KDE'))
    return { kind: 'program', program: 'systemsettings', args: ['kcm_notifications'] }
  if (names.includes('GNOME'))
    return { kind: 'program', program: 'gnome-control-center', args: ['notifications'] }
  return null
}
