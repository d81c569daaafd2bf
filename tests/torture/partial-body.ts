import { isJson, listIn, type Json } from './json-part.ts'
import type { View } from './view.ts'

/** A body that leaves out live calls, and what can be read about each extension in it. */
export interface PartialBody {
  readonly body: string
  read(view: View): View
}

/** Every extension without its calls. */
export const withoutCalls = (body: object): PartialBody => ({
  body: withEntries(body, (entry) => [{ ...entry, calls: null }]),
  read: (view) => ({ ...view, calls: [], whole: false }),
})

/** Every extension with a first call that has no id. */
export const withNamelessCall = (body: object): PartialBody => ({
  body: withEntries(body, (entry) => {
    const [first, ...rest] = listIn(entry, 'calls')
    return [first === undefined ? entry : { ...entry, calls: [{ ...first, ivrid: null }, ...rest] }]
  }),
  read: (view) => ({ ...view, calls: view.calls.slice(1), whole: view.calls.length === 0 }),
})

/** A list without one extension. */
export const withoutExtension = (body: object, extension: string): string =>
  withEntries(body, (entry) => (entry['username'] === extension ? [] : [entry]))

const withEntries = (body: object, change: (entry: Json) => readonly Json[]): string =>
  JSON.stringify({ ...(isJson(body) ? body : {}), EXTENSIONS: listIn(body, 'EXTENSIONS').flatMap(change) })
