import type { CallEvent } from '../domain.ts'
import type { EntriesRead } from '../templates/entry-problem.ts'
import { readEntry } from '../templates/entry-reader.ts'
import { isWebhookUrl } from './post-delivery.ts'
import { WEBHOOK_OFF, type WebhookSettings } from './webhook-settings.ts'

const EVENTS: readonly CallEvent['type'][] = [
  'ringing',
  'dialing',
  'answered',
  'held',
  'resumed',
  'recording-muted',
  'recording-unmuted',
  'ended',
]
const MAX_URL_LENGTH = 2_000 // longer ones are truncated by servers on the way
const MAX_WORD_LENGTH = 40

/** The webhook of a settings source, at `path`, such as `webhook`. With any problem it is off. */
export function readWebhook(raw: unknown, path: string): EntriesRead<WebhookSettings> {
  if (raw === undefined) return { value: WEBHOOK_OFF, problems: [] }
  const entry = readEntry(raw, path)
  if (!entry.ok()) return { value: WEBHOOK_OFF, problems: entry.problems }
  entry.onlyKeys(['on', 'url', 'events', 'once'])
  const on = entry.flag('on', false)
  const url = on || (entry.has('url') && entry.raw('url') !== '') ? entry.text('url', MAX_URL_LENGTH) : ''
  if (url !== '' && !isWebhookUrl(url)) entry.wrong('url', 'url')
  const events = entry.has('events')
    ? entry.texts('events', EVENTS.length, MAX_WORD_LENGTH)
    : WEBHOOK_OFF.events
  const known = EVENTS.filter((type) => events.includes(type))
  if (entry.ok() && known.length < new Set(events).size) entry.wrong('events', 'unknown-word')
  const webhook = { on, url, events: known, once: entry.flag('once', false) }
  return { value: entry.ok() ? webhook : WEBHOOK_OFF, problems: entry.problems }
}
