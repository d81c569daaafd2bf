import { Notification } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import type { Words } from '../../../core/words/words.ts'
import type { Logger } from '../system/log.ts'
import { createNotifier, type Notifier } from './notifier.ts'

/** The notifications of this desktop. */
export const openNotifier = (words: () => Words, clock: Clock, log: Logger): Notifier =>
  createNotifier({
    isSupported: () => Notification.isSupported(),
    create: (options) => new Notification(options),
    platform: process.platform,
    clock,
    log,
    openLabel: () => words().tray.open,
  })
