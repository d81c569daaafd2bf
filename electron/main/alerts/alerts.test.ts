import { describe, expect, it } from 'vitest'
import type { AlertOutcome } from '../../../core/contract.ts'
import type { AgentState, Call, CallEvent } from '../../../core/domain.ts'
import { openJournal } from '../../../core/history/open-journal.ts'
import type { Journal } from '../../../core/history/journal.ts'
import { DEFAULT_SETTINGS } from '../../../core/settings/settings.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { en } from '../../../core/words/en.ts'
import { createAlerts } from './alerts.ts'
import { ringing, sampleCall } from '../testing/sample-call.ts'

const START = 1_790_000_000_000
const call = sampleCall({ startedAt: START, phaseSince: START })
const poll = { sentAt: START - 30, receivedAt: START }

function setUp(kept?: Journal) {
  const clock = virtualClock(START)
  const journal = kept ?? openJournal({ path: ':memory:', now: clock.now, log: () => undefined }).journal
  const did: string[] = []
  const is = {
    settings: DEFAULT_SETTINGS,
    pausedUntil: null as number | null,
    outcome: 'shown' as AlertOutcome,
  }
  const alerts = createAlerts({
    clock,
    journal: () => journal,
    settings: () => is.settings,
    words: () => en,
    pausedUntil: () => is.pausedUntil,
    onCommand(command, report) {
      did.push(command.do === 'show' ? `show ${command.notification.kind}` : 'withdraw')
      if (command.do === 'show') void Promise.resolve().then(() => report({ outcome: is.outcome }))
    },
