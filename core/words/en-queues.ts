const plurals = new Intl.PluralRules('en')

const count = (value: number, one: string, other: string): string =>
  `${value} ${plurals.select(value) === 'one' ? one : other}`

const callers = (value: number): string => count(value, 'caller waits', 'callers wait')

/** Queues and who waits in them, in English. Times come as text. */
export const enQueues = {
  title: 'Queues',
  summary: (queues: number, waiting: number): string =>
    `${count(queues, 'queue', 'queues')} · ${waiting} waiting`,
  badge: callers,
  unnamed: (id: string): string => `Queue ${id}`,

  firstWaiting: (queue: string): string => `A caller waits in ${queue}`,
  thresholdReached: (queue: string, threshold: string): string =>
    `${queue}: a caller has waited ${threshold}`,
  longQueue: (queue: string, value: number): string => `${queue}: ${callers(value)}`,
  waiting: (value: number, longest: string): string => `${value} waiting, longest ${longest}`,
  waited: (duration: string, queue: string): string => `waited ${duration} in ${queue}`,

  waitingNow: (value: number): string => `${value} waiting`,
  longest: 'longest',
  nobody: 'Nobody is waiting',
  nobodyHint: 'Whoever waits in a queue appears here, longest first.',
  nobodyAt: (time: string): string => `Nobody was waiting when last seen, at ${time}.`,
  reading: 'Asking Voicenter for the queues…',
  notKnown: 'No queues are known yet.',
  noQueues: 'The account has no queues',
  noneChosen: 'None of the chosen queues is known',
  nextBreach: (threshold: string, rest: string): string => `next breach of ${threshold} in ${rest}`,
  breached: (threshold: string, value: number): string => `${value} past ${threshold}`,
  notListed: (value: number): string => `and ${value} more`,
  copy: 'Copy number',

  staleSince: (time: string): string => `No news of the queues since ${time}. What you see is from then.`,
  refused: 'Voicenter refuses to tell the queues.',
  lastGood: (time: string): string => `What you see is from ${time}.`,
  callsGoOn: 'Your calls are watched all the same.',
  unknown: (ids: string): string => `The account has no queue ${ids}. Check the queues in the settings.`,

  settings: {
    title: 'Queues',
    which: 'Show',
    choices: { all: 'All queues', chosen: 'Only these' },
    ids: 'Ids of the queues',
    idsHint: 'With commas in between. Leave it empty to show none.',
    known: (queues: string): string => `Known now: ${queues}`,
    threshold: 'A caller waits too long after (seconds)',
    thresholds: 'Other times for single queues',
    thresholdsHint: 'Id and seconds, such as 11: 60, 12: 300',
    alertOnFirst: 'Tell me when a first caller waits',
    alertOnThreshold: 'Tell me when a caller waits too long',
    alertOnLength: 'Tell me when a queue is long',
    length: 'A queue is long from (callers)',
    quiet: 'Once for each cause and queue, and only while you are logged in.',
  },
}
