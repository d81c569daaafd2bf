/**
 * The child's side of `utilityProcess`, loaded before the child's own file: gives it `process.parentPort`, and ends it
 * when its parent is gone, as Electron does.
 */
import { EventEmitter } from 'node:events'

const port = new EventEmitter()

process.on('message', (raw: unknown) => {
  if (typeof raw === 'object' && raw !== null && 'message' in raw)
    port.emit('message', { data: raw.message, ports: [] })
})
process.on('disconnect', () => process.exit(0))

Object.defineProperty(process, 'parentPort', {
  value: Object.assign(port, { postMessage: (message: unknown) => void process.send?.(message) }),
})
