import { afterAll, beforeAll } from 'vitest'

/**
 * Runs the tests of this file or `describe` in a time zone (an IANA name), whatever zone the computer is set to. Throws
 * if the process can't switch, as in a worker thread.
 */
export function useZone(zone: string): void {
  let before: string | undefined
  beforeAll(() => {
    before = process.env['TZ']
    process.env['TZ'] = zone
    if (zoneOf() !== zoneOf(zone)) throw new Error(`These tests run in ${zoneOf()}, not in ${zone}.`)
  })
  afterAll(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })
}

/** The zone's canonical name here: a zone has several. */
const zoneOf = (timeZone?: string): string =>
  new Intl.DateTimeFormat('en', timeZone === undefined ? {} : { timeZone }).resolvedOptions().timeZone
