import type { RungOutcome } from '../../core/domain.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts'
import { ladderPlan } from '../../core/alerts/ladder-plan.ts'
import {
  climb,
  newLadder,
  outcomesOf,
  RUNGS,
  type Ladder,
  type LadderOrder,
} from '../../core/alerts/ladder.ts'

/** Why a ring may need more than the first rung, with the outcome of each rung in that case. */
interface Cause {
  readonly cause: string
  readonly settings?: Partial<Settings>
  readonly notification: RungOutcome
  readonly popup?: RungOutcome
  readonly tray?: RungOutcome
}

const NO_POPUP = { ringPopup: 'never' } as const

const CAUSES: readonly Cause[] = [
  { cause: 'Nothing is wrong', notification: 'shown' },
  { cause: 'The popup is wanted for every ring', settings: { ringPopup: 'always' }, notification: 'shown' },
  { cause: 'Do-not-disturb is on, and the system reports it', notification: 'refused' },
  { cause: 'Windows: notifications are switched off', notification: 'refused' },
  { cause: 'Linux: there is no notification daemon', notification: 'unsupported' },
  { cause: 'macOS: the build is not signed', notification: 'failed' },
  { cause: 'The system doesn’t respond for 2 s', notification: 'no-answer' },
  {
    cause: 'The system doesn’t respond, and the popup’s page fails',
    notification: 'no-answer',
    popup: 'failed',
  },
  {
    cause: 'The notification and the popup fail: its page doesn’t draw within 2 s',
    notification: 'failed',
    popup: 'no-answer',
  },
  {
    cause: 'Refused under Wayland, where no popup is possible',
    notification: 'refused',
    popup: 'unsupported',
  },
  {
    cause: 'Refused under Wayland, with reduced motion',
    notification: 'refused',
    popup: 'unsupported',
    tray: 'unsupported',
  },
  { cause: 'The popup is switched off', settings: NO_POPUP, notification: 'refused' },
  {
    cause: 'Popup off, desk phone rings',
    settings: { ...NO_POPUP, deskPhone: true },
    notification: 'refused',
  },
  {
    cause: 'All of Ringside’s own rungs are switched off',
    settings: { ...NO_POPUP, fallbackBlink: false, fallbackSound: false },
    notification: 'refused',
  },
]

/** Causes × rungs × outcome as Markdown, produced by the ladder itself. A dash: the rung wasn't needed. */
export const ladderTable = (): string =>
  [
    `| cause | ${RUNGS.join(' | ')} |`,
    `| ${['cause', ...RUNGS].map(() => '---').join(' | ')} |`,
    ...CAUSES.map(rowOf),
  ].join('\n')

function rowOf(one: Cause): string {
  const outcomes = outcomesOf(climbed(one))
  return `| ${[one.cause, ...RUNGS.map((rung) => outcomes[rung] ?? '–')].join(' | ')} |`
}

function climbed({ settings, notification, popup = 'shown', tray = 'given' }: Cause): Ladder {
  const answers = { notification, popup, tray, sound: 'given' } as const
  let ladder = newLadder(ladderPlan('ring', { ...DEFAULT_SETTINGS, ...settings }))
  const raised: LadderOrder[] = []
  const step = (event: Parameters<typeof climb>[1]): void => {
    const next = climb(ladder, event)
    ladder = next.ladder
    raised.push(...next.orders)
  }
  step({ did: 'begin' })
  for (let order = raised.shift(); order !== undefined; order = raised.shift())
    step({ did: 'answer', rung: order.rung, outcome: answers[order.rung] })
  return ladder
}
