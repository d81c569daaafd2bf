import type { Words } from '../words/words.ts'
import type { CopyTemplate } from './copy-template.ts'
import { printTemplate } from './print-template.ts'
import type { Field } from './template.ts'

const JSON_TEMPLATE = `{{
  "phone": "{phone|e164}",
  "received": "{phone}",
  "name": "{name}",
  "did": "{did}",
  "callId": "{ivrid}",
  "direction": "{direction}",
  "status": "{status}",
  "started": "{started}",
  "seconds": {duration},
  "agent": "{agent}",
  "extension": "{extension}",
  "queue": "{queue}",
  "waitedSeconds": {waited},
  "recording": "{recording}"
}}`

/** The built-in copy templates, named and labelled in the set language; the number is the default. */
export function defaultCopyTemplates(words: Words): readonly CopyTemplate[] {
  const { names } = words.templates
  return [
    { name: names.number, template: '{phone}', format: 'text', key: null },
    cardTemplate(words),
    {
      name: names.crmLine,
      template: '{started} · {direction} · {phone|e164} · {name} · {did} · {duration} · {ivrid}',
      format: 'text',
      key: null,
    },
    { name: names.json, template: JSON_TEMPLATE, format: 'json', key: null },
  ]
}

/** The complete call, one line per known detail. */
export function cardTemplate({ card, templates: { labels, names } }: Words): CopyTemplate {
  const rows: readonly (readonly [string, Field])[] = [
    [card.number, 'phone'],
    [card.name, 'name'],
    [card.dialled, 'did'],
    [card.direction, 'direction'],
    [card.status, 'status'],
    [card.began, 'started'],
    [labels.lasted, 'duration'],
    [labels.queue, 'queue'],
    [labels.waited, 'waited'],
    [labels.recording, 'recording'],
    [card.callId, 'ivrid'],
  ]
  const lines = rows.map(
    ([label, field]) => `${printTemplate([{ kind: 'text', text: `${label}: ` }])}{${field}}`,
  )
  return { name: names.card, template: lines.join('\n'), format: 'text', key: null }
}
