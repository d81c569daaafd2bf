import { EventEmitter } from 'node:events'
import type { Desktop } from '../desktop/desktop.ts'
import { simulated } from '../simulated.ts'

/** Electron's `powerMonitor`: a tester puts the computer to sleep, wakes and locks it on the desktop page. */
export function createPowerMonitor(desktop: Desktop) {
  const monitor = simulated('powerMonitor', new EventEmitter())
  desktop.subscribe((message) => {
    if (message.type !== 'system') return
    const { change } = message
    if (change === 'suspend' || change === 'resume' || change === 'lock-screen' || change === 'unlock-screen')
      monitor.emit(change)
  })
  return monitor
}
