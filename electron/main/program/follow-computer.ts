import { net, powerMonitor } from 'electron/main'
import type { Journal } from '../../../core/history/journal.ts'
import { watchPower } from '../system/watch-power.ts'
import type { ProblemRecorder } from '../problem-recording/problem-recorder.ts'
import { removeQuarantined } from '../settings/quarantined-settings.ts'
import { keepRetention } from '../history/retention.ts'
import { runProgram } from '../system/run-program.ts'
import { watchTrayHost } from '../tray/tray-host.ts'
import type { MainParts } from './main-parts.ts'

export interface FollowComputerParts extends Pick<MainParts, 'companion' | 'configuration' | 'clock'> {
  readonly problem: Pick<ProblemRecorder, 'mark'>
  readonly journal: () => Pick<Journal, 'prune'>
  /** The profile's folder. */
  readonly folder: string
  /** The desktop shows no tray icons (false), or does by now (true). */
  readonly onTrayHost: (isThere: boolean) => void
}

/** Follows the computer: sleep, network, a desktop without a tray, passing days. Returns a function that stops it. */
export function followComputer(parts: FollowComputerParts): () => void {
  const { companion, configuration, problem, clock } = parts
  const stops = [
    watchPower({
      powerMonitor,
      isOnline: () => net.isOnline(),
      clock,
      onSleep() {
        problem.mark({ what: 'asleep' })
        companion.sleep()
      },
      onWake() {
        problem.mark({ what: 'awake' })
        companion.wake()
      },
    }),
    watchTrayHost({
      platform: process.platform,
      run: runProgram,
      clock,
      onHost: parts.onTrayHost,
    }),
    keepRetention({
      clock,
      watch: () => companion.state().watch,
      journal: parts.journal,
      removeOthers: (before) => removeQuarantined(parts.folder, before),
      days: () => configuration.settings().historyDays,
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
