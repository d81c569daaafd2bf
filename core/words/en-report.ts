const plurals = new Intl.PluralRules('en')

const DAY = 86_400

const count = (value: number, one: string, other: string): string =>
  `${value} ${plurals.select(value) === 'one' ? one : other}`

/** The watching report and what Ringside believes of the clocks, in English. */
export const enReport = {
  title: 'Watching report',
  hint: 'How soon you were told of each ring, and when nobody was watching.',
  open: 'Open the report',
  span: 'Days',
  spans: { today: 'Today', week: '7 days' },
  alerts: 'Alerts',
  noRings: 'No rings were seen.',
  alerted: (alerted: number, rings: number): string =>
    `${alerted} of ${count(rings, 'ring', 'rings')} alerted`,
  delay: 'From ring to alert',
  half: 'Half within',
  most: '95 % within',
  worst: 'Worst',
  noDelays: 'No alert was shown, so there is nothing to time.',
  seconds: (value: string): string => `${value}\u00a0s`,
  floor: (pollSeconds: number): string =>
    `A ring is seen up to ${pollSeconds}\u00a0s late: Ringside asks every ${pollSeconds}\u00a0s, and the API’s times count whole seconds.`,
  notShown: 'Not shown',
  outcomes: {
    refused: 'refused by this computer: notifications are switched off for Ringside',
    failed: 'the system could not show it',
    unsupported: 'this computer has no notifications',
    'no-answer': 'the system did not say whether it showed it',
    paused: 'alerts were paused',
    off: 'alerts are switched off in the settings',
  },
  noOutcome: 'not known what became of it',
  blind: 'Not watching',
  noBlind: 'Watched without a gap.',
  blindSum: (spans: number, duration: string): string =>
    `${count(spans, 'span', 'spans')}, ${duration} in all`,
  blindSpan: (from: string, to: string, why: string): string => `not watching ${from} to ${to}: ${why}`,
  blindNow: (from: string, why: string): string => `not watching since ${from}: ${why}`,
  reasons: {
    asleep: 'asleep',
    offline: 'no network',
    refused: 'refused by Voicenter',
    limited: 'Voicenter asked for fewer questions',
    faulty: 'Voicenter had a fault',
    malformed: 'Voicenter’s answers could not be read',
    unreachable: 'Voicenter could not be reached',
    'not-running': 'Ringside was not running',
    paused: 'no account was set up',
  },
  failed: 'The report could not be read.',

  clock: {
    title: 'Time',
    hint: 'Voicenter writes times by the account’s own clock. This is what Ringside believes of it.',
    unknown: 'Nothing is known of the account’s clock yet.',
    ahead: (duration: string): string => `The account’s clock is ${duration} ahead of UTC`,
    behind: (duration: string): string => `The account’s clock is ${duration} behind UTC`,
    same: 'The account’s clock is at UTC',
    sources: {
      zone: 'taken from the time zone in the settings; no call has shown it yet',
      stamp: 'seen on a call’s time, which can’t lie in the future',
      ring: 'seen on a call that began',
      answered: 'seen on a call that was answered',
      queue: 'seen on a caller who waits',
    },
    believed: (offset: string, source: string): string => `${offset} (${source}).`,
    since: (time: string): string => `Believed since ${time}.`,
    /** Whole seconds in round figures, as `2 h`, `5 h 30 min`, `3 min` or `40 s`. */
    duration(seconds: number): string {
      if (seconds >= DAY) return count(Math.round(seconds / DAY), 'day', 'days')
      if (seconds < 60) return `${seconds} s`
      const minutes = Math.round(seconds / 60)
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
      return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ')
    },
    right: 'This computer’s clock is right to the second.',
    slow: (duration: string): string => `This computer’s clock is ${duration} slow. Timers are set right.`,
    fast: (duration: string): string => `This computer’s clock is ${duration} fast. Timers are set right.`,
  },
}
