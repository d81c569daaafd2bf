/** A thread that runs shifts: posts each report, then how many companions are still in memory. */
import { parentPort, workerData } from 'node:worker_threads'
import { runShifts, type Shifts } from './run-shifts.ts'

const held = await runShifts(workerData as Shifts, (report) => parentPort?.postMessage({ report }))
parentPort?.postMessage({ held })
