export const DEFAULT_RETENTION_DAYS = 90 // a quarter: long enough to know a caller again, short enough to be no archive

/** Calls that ended before this instant are to go. `days` whole days before `now`, epoch ms. */
export const retentionLimit = (now: number, days: number = DEFAULT_RETENTION_DAYS): number =>
  now - days * 86_400_000
