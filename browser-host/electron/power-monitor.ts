import { EventEmitter } from 'node:events'
import type { Desktop } from '../desktop/desktop.ts'
import { simulated } from '../simulated.ts'

/** Electron's `powerMonitor`: a tester puts the computer to sleep, wakes and locks it on the desktop page. */
export function createPowerMonitor(desktop: Desktop) {
  const monitor = simulated('powerMonitor', new EventEmitter())
  desktop.subscribe((message) => {
    if (message.type !== 'system') return
    if (message.part === 'awake') monitor.emit(message.on ? 'resume' : 'suspend')
    if (message.part === 'locked') monitor.emit(message.on ? 'lock-screen' : 'unlock-screen')
  })
  return monitor
}
