import type { Belief } from '../belief.ts'
import { appBeliefs } from './app-beliefs.ts'
import { clipboardBeliefs } from './clipboard-beliefs.ts'
import { loginBeliefs } from './login-beliefs.ts'
import { safeStorageBeliefs } from './safe-storage-beliefs.ts'
import { shortcutBeliefs } from './shortcut-beliefs.ts'
import { trayBeliefs } from './tray-beliefs.ts'
import { netBeliefs } from './net-beliefs.ts'
import { notificationBeliefs } from './notification-beliefs.ts'
import { processBeliefs } from './process-beliefs.ts'
import { windowBeliefs } from './window-beliefs.ts'

/** All beliefs, by topic. Names are unique. */
export const BELIEFS: readonly Belief[] = [
  ...appBeliefs,
  ...safeStorageBeliefs,
  ...clipboardBeliefs,
  ...shortcutBeliefs,
  ...trayBeliefs,
  ...loginBeliefs,
  ...netBeliefs,
  ...notificationBeliefs,
  ...processBeliefs,
  ...windowBeliefs,
]
