const plurals = new Intl.PluralRules('en')

const count = (value: number, one: string, other: string): string =>
  `${value} ${plurals.select(value) === 'one' ? one : other}`

/** The team, where the watched person sits, and what is odd at their desk, in English. Times come as text. */
export const enTeam = {
  title: 'Team',
  extensions: (value: number): string => count(value, 'extension', 'extensions'),
  talking: (value: number): string => `${value} talking`,
  ringing: (value: number): string => `${value} ringing`,

  search: 'Search name, extension or caller',
  filter: 'Show',
  filters: { all: 'All', ringing: 'Ringing', busy: 'On a call', free: 'Free', away: 'Away' },
  loggedOut: 'Show who is logged out',

  free: 'Free',
  seenSince: (time: string): string => `seen since ${time}`,
  unnamed: 'No name',
  moreCalls: (value: number): string => count(value, 'more call', 'more calls'),
  detail: { extension: 'Extension', status: 'Status', caller: 'Caller', name: 'Name' },

  reading: 'Asking Voicenter for everyone…',
  notKnown: 'Nobody is known yet.',
  off: 'The view of the team is switched off.',
  none: 'No extensions',
  noneHint: 'Every extension of the organisation appears here.',
  notFound: 'Nobody fits',
  notFoundHint: (hidden: number): string =>
    `${count(hidden, 'person is', 'people are')} left out because they are logged out.`,
  showAll: 'Show everyone',

  staleSince: (time: string): string => `No news of the team since ${time}. What you see is from then.`,
  refused: 'Voicenter refuses to tell of everyone.',

  place: {
    at: (extension: string): string => `now at ${extension}`,
    several: (extension: string, more: number): string => `now at ${extension} and ${more} more`,
    looking: 'looking where you are logged in',
    nowhere: (time: string): string => `logged in nowhere since ${time}`,
  },

  warning: {
    somebodyElse: (name: string, extension: string): string =>
      `${name} is logged in to your extension, ${extension}`,
    label: 'Warnings',
    someone: 'Somebody else',
    ringsWhileAway: (status: string): string => `It rings although your status is ${status}`,
  },

  settings: {
    title: 'Team',
    wideView: 'Watch every extension',
    wideWarning: 'This shows every caller of the organisation to you.',
    mask: 'Show only the last digits of numbers',
    person: 'Follow a person, by user id',
    personHint: 'Leave it empty to watch the extension of the account, whoever sits there.',
    personNeedsWide: 'A person can be followed only while every extension is watched.',
    budget: 'Questions a minute, at most',
    budgetHint: (value: number): string =>
      `At most ${value} questions a minute for everything: your calls, the queues and the team.`,
  },
}
