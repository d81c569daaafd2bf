import type { Belief } from '../belief.ts'
import { appBeliefs } from './app-beliefs.ts'
import { netBeliefs } from './net-beliefs.ts'
import { notificationBeliefs } from './notification-beliefs.ts'
import { processBeliefs } from './process-beliefs.ts'
import { windowBeliefs } from './window-beliefs.ts'

/** All beliefs, by what they are about. Names are unique. */
export const BELIEFS: readonly Belief[] = [
  ...appBeliefs,
  ...netBeliefs,
  ...notificationBeliefs,
  ...processBeliefs,
  ...windowBeliefs,
]
