/** How long `npm start` waits for something that shows no sign of life, in milliseconds. */
export interface StartLimits {
  /** Without a byte of the download. */
  readonly downloadSilenceMs: number
  /** For unpacking, which shows no progress. */
  readonly unpackMs: number
  /** Without any output of a runtime that hasn't started yet. */
  readonly startSilenceMs: number
  /** For a runtime that was asked to exit. */
  readonly endMs: number
}

export const START_LIMITS: StartLimits = {
  downloadSilenceMs: 20_000, // twice the time after which Node's fetch gives up connecting
  unpackMs: 300_000, // some 300 MB on a slow disk, each file checked by a virus scanner
  startSilenceMs: 30_000, // a first start from a cold disk takes up to about ten seconds
  endMs: 5_000,
}
