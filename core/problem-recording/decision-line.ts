import type { Connection } from '../connection.ts'
import type { CallEvent } from '../domain.ts'
import type { AgentLocation } from '../surroundings.ts'
import { phoneText, timeOfDay } from '../words/formats.ts'
import type { Words } from '../words/words.ts'
import type { Decision } from './decision.ts'

/** A decision as one line: the time in UTC to the millisecond, what it is about, and what was decided. */
export function decisionLine(decision: Decision, words: Words): string {
  const [about, detail] = parts(decision, words)
  return `${new Date(decision.at).toISOString()}  ${about.padEnd(WIDTH)} ${detail}`.trimEnd()
}

const WIDTH = 18

function parts(decision: Decision, words: Words): readonly [string, string] {
  switch (decision.kind) {
    case 'connection':
      return ['connection', connectionText(decision.connection, words)]
    case 'event':
      return [decision.event.type, eventText(decision.event)]
    case 'location':
      return ['location', locationText(decision.location)]
    case 'alert':
      return [decision.command.do === 'show' ? 'alert' : 'alert gone', decision.title]
    case 'repairs':
      return [
        'repaired',
        decision.repairs.map(({ path, what }) => `${path} (${what})`).join(', ') || 'nothing',
      ]
    case 'asked':
      return [decision.method === 'extensions' ? 'everyone' : decision.method, decision.outcome]
  }
}

function connectionText(connection: Connection, words: Words): string {
  switch (connection.kind) {
    case 'paused':
      return words.connection.paused
    case 'live':
    case 'unknown-extension':
      return connection.kind
    case 'connecting':
      return connection.failure === null
        ? connection.kind
        : `connecting · ${words.failure(connection.failure)}`
    case 'stale':
      return `stale since ${timeOfDay(connection.since, words.locale)} · ${words.failure(connection.failure)}`
    case 'refused':
      return `refused · ${words.failure(connection)}`
  }
}

function locationText(location: AgentLocation): string {
  switch (location.kind) {
    case 'fixed':
    case 'at':
      return location.extension
    case 'several':
      return `${location.extension}, also ${location.extensions.filter((one) => one !== location.extension).join(', ')}`
    case 'looking':
    case 'nowhere':
      return location.kind
  }
}

const endText = ({ outcome, talkSeconds, answeredBy }: Extract<CallEvent, { type: 'ended' }>): string =>
  answeredBy === undefined ? `${outcome}, talked ${talkSeconds} s` : `${outcome}, answered by ${answeredBy}`

function eventText(event: CallEvent): string {
  const { key, phone, name } = event.call
  const more =
    event.type === 'ended' ? endText(event) : event.type === 'answered' && event.unseen ? 'unseen before' : ''
  return [key, phoneText(phone, 'received'), name, more].filter((part) => part !== '').join(' · ')
}
