/** How long `npm start` waits for something that shows no sign of life, in milliseconds. */
export const START_LIMITS = {
  /** Without a byte of the download: twice the time after which Node's fetch gives up connecting. */
  downloadSilenceMs: 20_000,
  /** For unpacking, which shows no progress: some 300 MB on a slow disk, each file checked by a virus scanner. */
  unpackMs: 300_000,
  /**
   * Without any output of a runtime that hasn't started yet: a first start from a cold disk takes up to about ten
   * seconds.
   */
  startSilenceMs: 30_000,
  /** For a runtime that was asked to exit. */
  endMs: 5_000,
} as const
