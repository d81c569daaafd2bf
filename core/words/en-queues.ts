const plurals = new Intl.PluralRules('en')

const callers = (count: number): string =>
  `${count} ${plurals.select(count) === 'one' ? 'caller waits' : 'callers wait'}`

/** Queues and who waits in them, in English. */
export const enQueues = {
  firstWaiting: (queue: string): string => `A caller waits in ${queue}`,
  thresholdReached: (queue: string, threshold: string): string =>
    `${queue}: a caller has waited ${threshold}`,
  longQueue: (queue: string, count: number): string => `${queue}: ${callers(count)}`,
  waiting: (count: number, longest: string): string => `${count} waiting, longest ${longest}`,
  waited: (duration: string, queue: string): string => `waited ${duration} in ${queue}`,
}
