import { DAY_MS } from '../clock.ts'

/** Calls that ended before this instant are to be deleted: `days` full days before `now`, epoch ms. */
export const retentionLimit = (now: number, days: number): number => now - days * DAY_MS
