const plurals = new Intl.PluralRules('en')
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })

const ENDINGS: Record<Intl.LDMLPluralRule, string> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  zero: 'th',
  many: 'th',
  other: 'th',
}

const calls = (count: number): string => `${count} ${plurals.select(count) === 'one' ? 'call' : 'calls'}`
const days = (count: number): string => `${count} ${plurals.select(count) === 'one' ? 'day' : 'days'}`
const two = (value: number): string => String(value).padStart(2, '0')
const minutes = (seconds: number): string => `${Math.floor(seconds / 60)}\u00a0min`

function hours(seconds: number): string {
  return `${Math.floor(seconds / 3600)}\u00a0h\u00a0${two(Math.floor((seconds % 3600) / 60))}\u00a0min`
}

/** The history of calls, in English: its view, what became of its file, and what it knows of a caller. */
export const enHistory = {
  title: 'History',
  kept: (count: number): string => `kept for ${days(count)}`,
  keepDays: 'Keep calls for (days)',
  keepHint: 'Older calls are removed, with their notes.',
  more: 'More',
  calls,

  search: 'Search number, name or note',
  filter: 'Show',
  filters: { all: 'All', missed: 'Missed', incoming: 'Incoming', outgoing: 'Outgoing', muted: 'Muted' },
  mutedOnly: 'Recording muted',

  today: 'Today',
  yesterday: 'Yesterday',
  earlierToday: 'Earlier today',

  reading: 'Reading…',
  readMore: 'Show more',
  none: 'No calls yet',
  noneHint: 'Each call is kept here when it ends, with how long it rang and took.',
  notFound: 'No call fits',
  notFoundHint: 'Numbers are found in any written form, names and notes by any part.',
  showAll: 'Show all calls',
  found: (count: number, more: boolean): string => (more ? `More than ${calls(count)}` : calls(count)),

  missed: 'missed',
  unanswered: 'not answered',
  ended: 'ended',
  answeredBy: (name: string): string => `answered by ${name}`,
  lost: 'outcome not seen',
  live: 'now',
  call: 'call',
  rang: (duration: string): string => `rang ${duration}`,
  dialed: (duration: string): string => `dialed ${duration}`,
  endNotSeen: 'end not seen',
  recordingMuted: 'recording muted',
  quoted: (note: string): string => `“${note}”`,

  /** Whole seconds, as `14 s`, `3 min 04 s` or `1 h 02 min`; never broken into lines. */
  duration(seconds: number): string {
    if (seconds < 60) return `${seconds}\u00a0s`
    return seconds < 3600 ? `${minutes(seconds)}\u00a0${two(seconds % 60)}\u00a0s` : hours(seconds)
  },
  /** The same in round figures, as `3 min`. */
  roughly(seconds: number): string {
    if (seconds < 60) return `${seconds}\u00a0s`
    return seconds < 3570 ? `${Math.round(seconds / 60)}\u00a0min` : hours(Math.round(seconds / 60) * 60)
  },

  detail: {
    course: 'Course',
    parts: {
      rang: 'Rang',
      dialed: 'Dialed',
      talked: 'Talked',
      held: 'On hold',
      'recording-muted': 'Recording muted',
    },
    lasts: 'now',
    unseenAnswer: 'It was connected already when it was first seen.',
    endNotSeen: (time: string): string =>
      `Its end was not seen: Ringside last saw it at ${time}, and it was gone when watching went on.`,
    dialled: 'Dialled',
    callId: 'Call id',
    agent: 'Agent',
    label: 'Label',
    recordingFile: 'Recording',
    transferredFrom: 'Transferred from',
    transferredTo: 'Transferred to',
    notKept: 'call id',
  },

  note: {
    label: 'Note',
    saving: 'Saving…',
    saved: 'Saved',
    failed: 'Not saved. Ringside tries again as you type.',
    gone: 'Not saved: this call is no longer kept.',
  },

  forget: {
    ask: 'Forget this caller…',
    counting: 'Counting the calls…',
    /** `least`: there are more than were counted. */
    confirm: (count: number, least: boolean, caller: string): string =>
      `${least ? 'More than ' : ''}${calls(count)} with ${caller} will be removed, with notes. This can’t be undone.`,
    uncounted: (caller: string): string =>
      `Every call with ${caller} will be removed, with notes. How many could not be counted. This can’t be undone.`,
    yes: 'Forget',
    no: 'Keep',
    done: (count: number): string => `${calls(count)} removed.`,
    failed: 'Ringside did not answer. It is not known whether the calls were removed.',
  },

  export: {
    csv: 'Export as CSV',
    json: 'Export as JSON',
    writing: 'Writing the file…',
    done: (file: string): string => `Written to ${file}.`,
    failed: 'The history could not be written. Choose another folder, or check the disk.',
  },

  trouble: {
    setAside: (file: string): string =>
      `The history could not be read. It was put aside as ${file}, and a new one was begun.`,
    newer: (file: string): string =>
      `The history was written by a newer Ringside. It was put aside as ${file}, and a new one was begun.`,
    memory: {
      'read-only':
        'The history can’t be written to its folder. Calls are kept only until Ringside is closed. Tell your administrator.',
      full: 'The disk is full. Calls are kept only until Ringside is closed. Free some space and start it again.',
      locked:
        'Another Ringside has the history open. Calls are kept here only until this one is closed. Close the other one, then start this one again.',
      unknown: 'The history can’t be written. Calls are kept only until Ringside is closed.',
    },
  },

  story: {
    nthToday: (count: number): string => `${count}${ENDINGS[ordinals.select(count)]} call today`,
    firstToday: 'First call today',
    missedToday: (count: number): string => `${count} missed`,
    earlier: (count: number): string => `${count} earlier`,
    last: (when: string): string => `last ${when}`,
    withYou: 'with you',
    withOther: (agent: string): string => `with ${agent}`,
    missed: 'missed',
    unanswered: 'not answered',
    unknown: 'outcome not seen',
  },
}
