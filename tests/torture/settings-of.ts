import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts'
import { NAMED_STATUSES } from '../../core/status-words.ts'
import { EVENT_URL, PAGE_HOST, PAGE_URL } from './outside.ts'
import type { Story } from './story.ts'

const BASE_URL = 'https://calls.example/comet/API'
const THRESHOLD_SECONDS = 20 // low enough to be reached often during a shift
const QUEUE_LENGTH = 2

/** The settings of a story, for the extension or for the agent who is logged in there at the start. */
export function settingsOf(story: Story, extension: string, userId: number): Settings {
  const narrow: Settings = {
    ...DEFAULT_SETTINGS,
    ...{
      baseUrl: BASE_URL,
      muteUrl: `${BASE_URL}/MuteUnmuteCalls`,
      dialUrl: `${BASE_URL}/click2call.aspx`,
      statusUrl: `${BASE_URL}/SetStatusFromAPI`,
      callLogUrl: 'https://calls.example/hub/cdr/',
      callLog: story.callLog,
      extension,
      zone: story.settingsZone,
      queues: [],
    },
  }
  return surroundingsOf(story.acts ? { ...narrow, ...ACTING } : narrow, story, userId)
}

function surroundingsOf(narrow: Settings, story: Story, userId: number): Settings {
  if (story.watched === 'extension') return narrow
  return {
    ...narrow,
    ...{ queues: 'all', wideView: true, queueThresholdSeconds: THRESHOLD_SECONDS, queueLength: QUEUE_LENGTH },
    ...{ alertOnFirstWaiting: true, alertOnQueueThreshold: true, alertOnQueueLength: true },
    watch: story.watched === 'person' ? { kind: 'person', userId } : { kind: 'extension' },
  }
}

const TRIGGERS = ['ringing', 'answered', 'ended'] as const

const ACTING: Pick<Settings, 'crmRules' | 'webhook' | 'offeredStatuses'> = {
  offeredStatuses: NAMED_STATUSES,
  crmRules: TRIGGERS.map((on) => ({
    ...{ name: on, on, when: {}, hosts: [PAGE_HOST] },
    url: `${PAGE_URL}?rule=${on}`,
  })),
  webhook: { on: true, url: EVENT_URL, events: TRIGGERS, once: true },
}
