import type { CopyTemplate } from './copy-template.ts'
import type { EntriesRead } from './entry-problem.ts'
import type { EntryReader } from './entry-reader.ts'
import { MAX_NAME_LENGTH, MAX_TEMPLATE_LENGTH } from '../limits.ts'
import { parseTemplate } from './parse-template.ts'
import { readList } from './read-list.ts'
import { renderJson } from './render-json.ts'
import { sampleCall } from './sample-call.ts'

const MAX_COPY_TEMPLATES = 30 // more than a menu can show
const MAX_KEY_LENGTH = 60 // the longest accelerator names four modifiers

/** The copy templates of a settings source, at `path`, such as `copyTemplates`; the first is the default. */
export function readCopyTemplates(raw: unknown, path: string): EntriesRead<readonly CopyTemplate[]> {
  return readList(raw, path, MAX_COPY_TEMPLATES, readCopyTemplate)
}

function readCopyTemplate(entry: EntryReader): CopyTemplate {
  entry.onlyKeys(['name', 'template', 'format', 'key'])
  const name = entry.text('name', MAX_NAME_LENGTH)
  const template = entry.template('template', MAX_TEMPLATE_LENGTH)
  const format = entry.has('format') ? entry.word('format', ['text', 'json'], 'text') : 'text'
  const hasKey = entry.has('key') && entry.raw('key') !== null
  const key = hasKey ? entry.text('key', MAX_KEY_LENGTH) : null
  if (format === 'json' && entry.ok() && !givesJson(template)) entry.wrong('template', 'not-json')
  return { name, template, format, key }
}

const givesJson = (template: string): boolean =>
  renderJson(parseTemplate(template).parts, sampleCall(0)).kind === 'json'
