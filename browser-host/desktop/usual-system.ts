import type { SystemFace } from './desktop-state.ts'

/** An awake, unlocked, connected computer with light colours, on which everything works. */
export const USUAL_SYSTEM: SystemFace = {
  awake: true,
  locked: false,
  online: true,
  dark: false,
  notifications: true,
  notificationsWork: true,
  notificationsAnswer: true,
  motion: true,
  keychain: true,
  trayHost: true,
  startsAtLogin: true,
}
