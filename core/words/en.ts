import type { AgentStatus, CallEvent, Direction, Outcome, Phase } from '../domain.ts'
import type { SettingProblem } from '../settings/setting-problem.ts'
import type { LabelledKey } from '../settings/settings.ts'
import { durations } from './durations.ts'
import { connectionText, failureText, failureTextThen, type FailureSentences } from './failure-text.ts'
import { notDoneText } from './not-done-text.ts'
import { plural } from './plural.ts'

const counted = plural('en', ['one'])
const { format: number } = new Intl.NumberFormat('en')
const lists = new Intl.ListFormat('en-GB')
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })

const ORDINAL_ENDINGS: Record<Intl.LDMLPluralRule, string> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  zero: 'th',
  many: 'th',
  other: 'th',
}

const many = (count: number, one: string, other: string): string =>
  counted(count, { one: `# ${one}`, other: `# ${other}` })

const calls = (count: number): string => many(count, 'call', 'calls')
const callers = (count: number): string => many(count, 'caller waits', 'callers wait')
const days = (count: number): string => many(count, 'day', 'days')
const time = durations({ seconds: 's', minutes: 'min', hours: 'h', days })

const PHASES = {
  ringing: 'Ringing',
  dialing: 'Dialing',
  talking: 'Talking',
  held: 'On hold',
} as const

const STATUSES = {
  login: 'Login',
  logout: 'Logout',
  lunch: 'Lunch',
  administrative: 'Administrative',
  private: 'Private',
  'other-status': 'Other',
  training: 'Training',
  'team-meeting': 'Team meeting',
  brief: 'Brief',
} as const

const EVENTS: Record<Exclude<CallEvent['type'], 'ended'>, string> = {
  ringing: 'Ringing',
  dialing: 'Dialing',
  answered: 'Answered',
  held: 'On hold',
  resumed: 'Resumed',
  'recording-muted': 'Recording muted',
  'recording-unmuted': 'Recording again',
}

const OUTCOMES: Record<Outcome, string> = {
  missed: 'Missed',
  unanswered: 'Not answered',
  completed: 'Ended',
}

/** Who muted a recording, or ended that. */
const EXPORT_HANDS = {
  here: 'here',
  elsewhere: 'elsewhere',
  'call-ended': 'with the call',
  unseen: 'not seen',
} as const

const EXPORT_DIRECTIONS: Record<Direction, string> = {
  incoming: 'Incoming',
  outgoing: 'Outgoing',
  'click-to-call': 'Click to call',
  spy: 'Listening in',
  unknown: '',
}

const PROBLEMS: Record<SettingProblem['why'], string> = {
  unknown: 'is not a setting of Ringside',
  'wrong-type': 'is of the wrong type',
  'out-of-range': 'is outside what is allowed',
  'insecure-url': 'must begin with https://',
  'not-a-url': 'must be a web address without user name, password or parameters',
  'policy-only': 'can only be set by your organisation’s policy',
  'needed-elsewhere': 'is needed by other programs',
  'set-twice': 'is set for another action too',
  missing: 'is missing',
  'unknown-key': 'is not known to Ringside',
  'unknown-word': 'is none of the words allowed here',
  duplicate: 'is the name of another entry before it',
  'too-many': 'is one too many',
  template: 'has an error',
  'not-json': 'gives no JSON',
  'not-a-host': 'has an entry that is no host name, such as crm.example.com',
  url: 'is not an address that Ringside opens',
}

/** Without what follows: that depends on whether anything goes on. */
const FAILURES: FailureSentences = {
  address:
    'Voicenter does not accept this computer’s address. Ask your administrator to add it to the account’s list.',
  code: 'Voicenter does not accept the code. Check it, or ask your administrator.',
  limited: 'Voicenter asks for fewer questions.',
  unknownQuestion: (status) =>
    `The server does not know this question (HTTP ${status}). Check its address in the settings.`,
  httpFault: (status) => `Voicenter has a fault (HTTP ${status}).`,
  ownFault: (err) => `Voicenter has a fault (error ${err}).`,
  malformed: {
    'not-json': 'Voicenter’s answer can’t be read.',
    'web-page':
      'A web page answered in place of Voicenter. A Wi-Fi sign-in page or a proxy may be in between.',
    'wrong-shape': 'Voicenter’s answer is not a list of calls. Check the server’s address in the settings.',
    'too-large': 'Voicenter’s answer is too large to be one. Check the server’s address in the settings.',
    'cut-short': 'Voicenter’s answer broke off half-way.',
    redirect:
      'The server sends Ringside to another address, which it does not follow. Check the server’s address in the settings.',
  },
  unreachable: {
    dns: 'Voicenter’s address can’t be found. Check the network connection.',
    'connection-refused': 'Voicenter’s server refuses the connection.',
    'connection-lost': 'The connection to Voicenter broke off.',
    tls: 'The connection to Voicenter is not secure, so nothing was sent. Tell your administrator.',
    timeout: 'Voicenter did not answer in 8 seconds.',
    'insecure-url': 'The server’s address is not https, so nothing was sent. Correct it in the settings.',
    aborted: 'The question to Voicenter was taken back.',
    network: 'No connection to Voicenter. Check the network.',
  },
}

/** Every sentence that a person reads, in English. The shape of every other language. */
export const en = {
  locale: 'en',
  direction: 'ltr' as const,
  appName: 'Ringside',
  list: (items: readonly string[]): string => lists.format(items),
  /** Between two parts of a sentence. */
  comma: ', ',

  call: {
    phase: (phase: Phase, statusWord: string): string =>
      phase === 'other' ? statusWord || 'On a call' : PHASES[phase],
    outcome: (outcome: Outcome): string => OUTCOMES[outcome],
    ended: 'Ended',
    withheld: 'Withheld number',
    dialled: (number: string): string => `dialled ${number}`,
    incoming: 'incoming',
    outgoing: 'outgoing',
    clickToCall: 'click to call',
    spy: 'listening in',
    answeredAt: (time: string): string => `answered ${time}`,
    startedAt: (time: string): string => `began ${time}`,
    recording: 'Recording',
    recordingMuted: 'Recording muted',
    recordingUnknown: 'Recording unknown',
    transferred: 'transferred call',
  },

  /** The recording guard. Durations come as text. */
  guard: {
    label: 'Recording warnings',
    mute: 'Mute recording',
    resume: 'Resume recording',
    resumeShort: 'Resume',
    again: 'Try again',
    understood: 'Understood',
    dismiss: 'Dismiss',
    elsewhere: 'by somebody elsewhere',
    confirmed: 'confirmed',
    asked: { mute: 'Asked to mute. Not confirmed yet…', resume: 'Asked to resume. Not confirmed yet…' },
    askedBlind: 'Asked. Whether it was done can’t be seen until Voicenter answers again.',
    refused: { mute: 'Not muted.', resume: 'Not resumed.' },
    unconfirmed: {
      mute: 'The mute was not confirmed: take this call as recorded.',
      resume: 'Resuming was not confirmed: take this call as not recorded.',
    },
    warning: {
      mutedFor: (duration: string): string => `Recording muted for ${duration}`,
      mutedForLong: 'Nothing of this call is recorded until you resume.',
      newCall: 'A new call is recorded, although you had muted',
      resumed: 'Recorded again after hold, although it was muted',
      unmutedElsewhere: 'Recorded again: somebody elsewhere took your mute back',
      endedMuted: (duration: string): string => `The call ended with its recording muted, for ${duration}`,
      endedMutedLong: 'That part was not recorded. Calls to come are recorded as usual.',
      leftMuted: 'A recording was still muted when last seen',
      leftMutedLong: 'Ringside no longer watches that call. Resume its recording where you see it.',
      refused: { mute: 'Recording not muted', resume: 'Recording not resumed' },
      unconfirmed: { mute: 'Mute not confirmed', resume: 'Resuming not confirmed' },
    },
    why: notDoneText({
      noSuchCall: 'Voicenter no longer knows this call: it may just have ended.',
      notDone: (code) => `Voicenter did not do it (code ${code}). Try again, or ask your administrator.`,
      address:
        'Voicenter’s recording server does not accept this computer’s address. Ask your administrator.',
      code: 'Voicenter’s recording server refuses this account. Ask your administrator.',
      limited: 'Voicenter asks for fewer requests. Try again in a moment.',
      fault: (number) => `Voicenter’s recording server has a fault (${number}). Try again.`,
      webPage:
        'A web page answered in place of Voicenter. Check the Wi-Fi sign-in, and the recording server’s address in the settings.',
      wrongServer:
        'There is nothing to mute recordings at this address. Check the recording server’s address in the settings.',
      unreadable: 'The answer can’t be read. Try again.',
      unreachable:
        'The recording server can’t be reached. Check the network, and its address in the settings.',
      insecure:
        'The way to the recording server is not secure, so nothing was sent. Tell your administrator.',
      timeout: 'No answer came in time. Try again.',
      brokeOff: 'The connection broke off before the answer. Try again.',
      notWatched: 'Ringside stopped watching the call before it could be seen.',
    }),
  },

  agent: {
    status: (status: AgentStatus): string =>
      status.word === 'unknown'
        ? status.number === null
          ? 'Status unknown'
          : `Status ${status.number}`
        : STATUSES[status.word],
    nobody: 'Nobody logged in',
  },

  connection: {
    live: 'live',
    every: (seconds: number): string => `every ${seconds} s`,
    connecting: 'connecting',
    stale: 'not updated',
    refused: 'refused',
    unknownExtension: 'extension not found',
    paused: 'not watching',
    asleep: 'The computer was asleep. Ringside is looking again.',
    noAccount: 'No account is set up yet.',
    connectingLong: 'Asking Voicenter for your calls…',
    staleSince: (time: string): string => `No contact since ${time}.`,
    checkNetwork: 'Check the network; Ringside keeps trying.',
    lastGood: (time: string): string => `The last good answer came at ${time}. What you see is from then.`,
    unknownExtensionLong: (extension: string): string =>
      `Voicenter knows no extension ${extension}, or the code is wrong: it answers both alike. Check both in the settings.`,
    retry: 'Try now',
  },

  failure: connectionText(
    FAILURES,
    { limited: 'Ringside waits and goes on by itself.', others: 'Ringside keeps trying.' },
    {
      incomplete:
        'Part of Voicenter’s response was missing. Ringside waits for the next one before it changes anything.',
      older: 'An answer from Voicenter was older than the one before it. Ringside waits for the next answer.',
    },
  ),

  copy: {
    number: 'Copy number',
    name: 'Copy name',
    did: 'Copy dialled number',
    ivrid: 'Copy call id',
    card: 'Copy card',
    short: 'Copy',
    copied: 'Copied',
    failed: 'Not copied',
    more: 'More to copy',
  },

  card: {
    number: 'Number',
    name: 'Name',
    dialled: 'Dialled',
    status: 'Status',
    direction: 'Direction',
    began: 'Began',
    callId: 'Call id',
  },

  calls: {
    title: 'Calls',
    live: 'Calls now',
    none: 'No calls now',
    noneHint: (extension: string): string => `The moment ${extension} rings, the caller appears here.`,
    loggedOut: (extension: string): string =>
      `Logged out: calls may not reach ${extension} until you log in.`,
    noneWhileUnknown: 'No calls are known yet.',
    unfollowed: (count: number): string =>
      `The phone system reports more calls than one phone can take. ${counted(count, { one: '# isn’t', other: '# aren’t' })} shown.`,
    alertsWithheld: (count: number): string =>
      `${counted(count, { one: '# alert wasn’t', other: '# alerts weren’t' })} shown: too many within a minute.`,
    missed: 'Missed calls',
    missedAt: (time: string, rang: string): string => `missed · rang ${rang} · ${time}`,
    missedUnseen: (time: string): string => `missed · end not seen · ${time}`,
    clearMissed: 'Clear',
    newMissed: 'new',
    noneAt: (time: string): string => `No calls when last seen, at ${time}.`,
  },

  alert: {
    ringing: (caller: string): string => `Ringing: ${caller}`,
    missed: (caller: string): string => `Missed call: ${caller}`,
    missedBody: (time: string, rang: string): string => `${time}, rang ${rang}`,
    /** It rang before a span in which nothing could be seen. */
    missedUnseen: (from: string, to: string): string =>
      from === to ? `${to}, end not seen` : `between ${from} and ${to}, end not seen`,
    transferred: 'transferred to you',
    testTitle: 'Ringside test alert',
    testBody: 'This is how a ringing call will be shown.',
  },

  /** Queues and who waits in them. Times come as text. */
  queues: {
    title: 'Queues',
    summary: (queues: number, waiting: number): string =>
      `${many(queues, 'queue', 'queues')} · ${number(waiting)} waiting`,
    badge: callers,
    unnamed: (id: string): string => `Queue ${id}`,

    firstWaiting: (queue: string): string => `A caller waits in ${queue}`,
    thresholdReached: (queue: string, threshold: string): string =>
      `${queue}: a caller has waited ${threshold}`,
    longQueue: (queue: string, value: number): string => `${queue}: ${callers(value)}`,
    waiting: (value: number, longest: string): string => `${number(value)} waiting, longest ${longest}`,
    waited: (duration: string, queue: string): string => `waited ${duration} in ${queue}`,

    waitingNow: (value: number): string => `${number(value)} waiting`,
    longest: 'longest',
    nobody: 'Nobody is waiting',
    nobodyHint: 'Whoever waits in a queue appears here, longest first.',
    nobodyAt: (time: string): string => `Nobody was waiting when last seen, at ${time}.`,
    reading: 'Asking Voicenter for the queues…',
    notKnown: 'No queues are known yet.',
    noQueues: 'The account has no queues',
    noneChosen: 'None of the chosen queues is known',
    nextBreach: (threshold: string, rest: string): string => `next breach of ${threshold} in ${rest}`,
    breached: (threshold: string, value: number): string => `${number(value)} past ${threshold}`,
    notListed: (value: number): string => `and ${number(value)} more`,
    copy: 'Copy number',

    search: 'Search queues by name',
    notFound: 'No queue fits',
    showAll: 'Show all queues',

    staleSince: (time: string): string => `No news of the queues since ${time}. What you see is from then.`,
    refused: 'Voicenter refuses to tell the queues.',
    lastGood: (time: string): string => `What you see is from ${time}.`,
    callsGoOn: 'Your calls are watched all the same.',
    unknown: (ids: string): string => `The account has no queue ${ids}. Check the queues in the settings.`,
    repeated: (queues: string): string =>
      `Voicenter lists ${queues} more than once. It is shown once, with the callers of each.`,
    gone: (queues: string): string => `Voicenter no longer lists ${queues}.`,

    settings: {
      title: 'Queues',
      which: 'Show',
      choices: { all: 'All queues', chosen: 'Only these' },
      ids: 'Ids of the queues',
      idsHint: 'With commas in between. Leave it empty to show none.',
      known: (queues: string): string => `Known now: ${queues}`,
      thresholds: 'Other times for single queues',
      thresholdsHint: 'Id and seconds, such as 11: 60, 12: 300',
      quiet: 'Once for each cause and queue, and only while you are logged in.',
    },
  },

  /** The team, where the watched person sits, and what is odd at their desk. Times come as text. */
  team: {
    title: 'Team',
    extensions: (value: number): string => many(value, 'extension', 'extensions'),
    talking: (value: number): string => `${number(value)} talking`,
    ringing: (value: number): string => `${number(value)} ringing`,

    search: 'Search name, extension or caller',
    filter: 'Show',
    filters: {
      all: 'Logged in',
      everyone: 'Everyone',
      ringing: 'Ringing',
      busy: 'On a call',
      free: 'Free',
      away: 'Away',
    },

    free: 'Free',
    seenSince: (time: string): string => `seen since ${time}`,
    unnamed: 'No name',
    moreCalls: (value: number): string => many(value, 'more call', 'more calls'),
    copy: { extension: 'Copy extension', caller: 'Copy number' },
    detail: { extension: 'Extension', status: 'Status', caller: 'Caller', name: 'Name' },

    reading: 'Asking Voicenter for everyone…',
    notKnown: 'Nobody is known yet.',
    off: 'The view of the team is switched off.',
    none: 'No extensions',
    noneHint: 'Every extension of the organisation appears here.',
    notFound: 'Nobody fits',
    notFoundHint: (hidden: number): string =>
      `${many(hidden, 'person is', 'people are')} left out because they are logged out.`,
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
      wideWarning: 'This shows every caller of the organisation to you.',
      person: 'Follow a person, by user id',
      personHint: 'Leave it empty to watch the extension of the account, whoever sits there.',
      personNeedsWide: 'A person can be followed only while every extension is watched.',
      budgetHint: (value: number): string =>
        `At most ${value} questions a minute for everything: your calls, the queues and the team.`,
    },
  },

  tray: {
    disconnected: 'not connected',
    idle: 'no calls',
    open: 'Open Ringside',
    settings: 'Settings…',
    quit: 'Quit Ringside',
    missed: (count: number): string => many(count, 'missed call', 'missed calls'),
    calls: (count: number): string => many(count, 'call', 'calls'),
    waiting: (count: number): string => `${number(count)} waiting`,
    pauseAlerts: 'Pause alerts',
    pauseFor15: 'For 15 minutes',
    pauseFor60: 'For 60 minutes',
    pausedUntil: (time: string): string => `Alerts paused until ${time}`,
    endPause: 'Alerts on again',
    demo: 'simulated calls',
  },

  policy: {
    unreadable: (place: string, fault: string): string =>
      `The policy ${place} ${fault}. It is not used; everything else is. Tell your administrator.`,
    faults: {
      missing: 'is not there',
      refused: 'can’t be read',
      'no-answer': 'could not be read in time',
      'open-to-others': 'could be changed by others than administrators',
      'owner-unknown': 'doesn’t show who may change it',
      'not-json': 'is not written as JSON',
      'not-an-object': 'is not a list of settings',
    },
    ignored: (place: string): string =>
      `The policy ${place} isn’t used: this computer has a policy of its own.`,
    conflict: (key: string, by: string, over: string): string =>
      `Two policies set “${key}” differently: the one ${by} counts, the one ${over} does not.`,
    sources: {
      'named-file': 'of the named file',
      computer: 'of the computer',
      user: 'of the user',
      file: 'of the policy file',
    },
  },

  stay: {
    closed: 'Ringside goes on watching, in the tray.',
    windowFailed: 'The window keeps failing. Calls are watched; open it to try again.',
    watchStopped: 'Watching stopped and was restarted.',
    restarted: 'Ringside had a fault and has restarted. Calls are watched again.',
    stopped: 'Ringside has stopped',
    stoppedWhy:
      'It failed twice within five minutes, so no calls are watched now. Start it again. If it stops again, tell your administrator.',
  },

  firstRun: {
    welcome: 'Welcome to Ringside',
    tagline: 'See who is calling, the moment it rings',
    connect: 'Connect your account',
    connectHint:
      'Your administrator has these. The code is kept in this computer’s keychain and never shown again.',
    connectHintPlain:
      'Your administrator has these. This computer has no keychain: the code is kept in a file that others who use it could read.',
    connectHintUnavailable: 'This computer can’t keep the code safely, so it must be entered at each start.',
    code: 'API code',
    codeStored: 'Stored. Type to replace it.',
    codeStoredPlain:
      'Stored in a file that others who use this computer could read: it has no keychain. Type to replace it.',
    codeStoredNowhere: 'Known until Ringside ends: this computer can’t keep it safely. Type to replace it.',
    extension: 'Extension (SIP code)',
    extensionExample: 'such as SIPSIP2; capitals matter',
    test: 'Test connection',
    testing: 'Testing…',
    start: 'Start watching',
    testAlert: 'Test alert',
    found: (name: string, extension: string): string => `Found: ${name}, extension ${extension}`,
    loggedIn: 'logged in',
    nobodyLoggedIn: 'nobody logged in',
    foundCalls: (count: number): string => many(count, 'call now', 'calls now'),
    failed: failureTextThen(FAILURES, 'Try again in a moment.'),
    unknownExtension: (extension: string): string =>
      `Voicenter knows no extension ${extension}, or the code is wrong: it answers both alike. Check both, capitals too.`,
    noCode: 'Enter the code first.',
    noExtension: 'Enter the extension first.',
    demoTitle: 'No account at hand?',
    demoHint: 'Explore with a simulated call centre on this computer.',
    tryDemo: 'Try the demo',
    demoFailed: 'The simulated call centre could not be started.',
  },

  demo: {
    banner: 'Simulated calls. Nobody is really calling.',
    leave: 'Leave the demo',
  },

  views: {
    label: 'Views',
    back: {
      calls: 'Back to calls',
      queues: 'Back to queues',
      team: 'Back to the team',
      history: 'Back to history',
      settings: 'Back to settings',
      report: 'Back to the report',
    },
    newMissed: (count: number): string => many(count, 'new missed call', 'new missed calls'),
  },

  /** The history of calls: its view, what became of its file, and what it knows of a caller. */
  history: {
    title: 'History',
    kept: (count: number): string => `kept for ${days(count)}`,
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

    duration: time.exact,
    roughly: time.roughly,

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
      held: 'Not saved yet: Ringside holds it and keeps trying.',
      failed: 'Not saved. Ringside tries again as you type.',
      gone: 'Not saved: this call is no longer kept.',
    },

    forget: {
      ask: 'Forget this caller…',
      counting: 'Counting the calls…',
      confirm: (count: number, caller: string): string =>
        `${calls(count)} with ${caller} will be removed, with notes. This can’t be undone.`,
      yes: 'Forget',
      no: 'Keep',
      done: (count: number): string => `${calls(count)} removed.`,
      failed: 'Ringside did not answer. It is not known whether the calls were removed.',
    },

    export: {
      show: 'Show in folder',
      csv: 'Export as CSV',
      json: 'Export as JSON',
      writing: 'Writing the file…',
      done: (file: string): string => `Written to ${file}.`,
      failed: 'The history could not be written. Choose another folder, or check the disk.',
    },

    trouble: {
      quarantineFile: (file: string): string =>
        `The history could not be read. It was put aside as ${file}, and a new one was begun.`,
      newer: (file: string): string =>
        `The history was written by a newer Ringside. It was put aside as ${file}, and a new one was begun.`,
      memory: {
        'read-only':
          'Calls and notes can’t be saved: the folder of the history is read-only. Ringside holds them and keeps trying. Tell your administrator.',
        full: 'Calls and notes can’t be saved: the disk is full. Ringside holds them and saves them as soon as there is space.',
        locked:
          'Calls and notes can’t be saved yet: another program has the history open. Ringside holds them and saves them as soon as it is free.',
        unknown: 'Calls and notes can’t be saved. Ringside holds them and keeps trying.',
      },
    },

    story: {
      nthToday: (count: number): string => `${count}${ORDINAL_ENDINGS[ordinals.select(count)]} call today`,
      firstToday: 'First call today',
      missedToday: (count: number): string => `${number(count)} missed`,
      earlier: (count: number): string => `${number(count)} earlier`,
      last: (when: string): string => `last ${when}`,
      withYou: 'with you',
      withOther: (agent: string): string => `with ${agent}`,
      missed: 'missed',
      unanswered: 'not answered',
      unknown: 'outcome not seen',
    },
  },

  /** The watching report and what Ringside believes of the clocks. */
  report: {
    title: 'Watching report',
    hint: 'How soon you were told of each ring, and when nobody was watching.',
    open: 'Open the report',
    span: 'Days',
    spans: { today: 'Today', week: '7 days' },
    alerts: 'Alerts',
    noRings: 'No rings were seen.',
    alerted: (alerted: number, rings: number): string =>
      `${number(alerted)} of ${many(rings, 'ring', 'rings')} alerted`,
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
      `${many(spans, 'span', 'spans')}, ${duration} in all`,
    blindSpan: (from: string, to: string, why: string): string => `not watching ${from} to ${to}: ${why}`,
    blindNow: (from: string, why: string): string => `not watching since ${from}: ${why}`,
    reasons: {
      asleep: 'asleep',
      refused: 'refused by Voicenter',
      limited: 'Voicenter asked for fewer questions',
      faulty: 'Voicenter had a fault',
      malformed: 'Voicenter’s answers could not be read',
      unreachable: 'Voicenter could not be reached',
      'not-running': 'Ringside was not running',
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
      duration: time.about,
      right: 'This computer’s clock is right to the second.',
      slow: (duration: string): string => `This computer’s clock is ${duration} slow. Timers are set right.`,
      fast: (duration: string): string => `This computer’s clock is ${duration} fast. Timers are set right.`,
    },
  },

  /** Templates: their errors, what their fields are called, and the names of those that come along. */
  templates: {
    title: 'Templates',
    names: { number: 'Number', card: 'Card', crmLine: 'CRM line', json: 'JSON' },
    labels: { lasted: 'Talked', queue: 'Queue', waited: 'Waited', recording: 'Recording' },
    directions: {
      incoming: 'incoming',
      outgoing: 'outgoing',
      'click-to-call': 'click to call',
      spy: 'listening in',
      unknown: '',
    },
    recordings: { recorded: 'recorded', muted: 'muted', unknown: '' },
    fields: {
      phone: 'the caller’s number',
      'phone|e164': 'the number as +972…',
      'phone|national': 'the number as dialled in the country',
      'phone|digits': 'the number’s digits alone',
      name: 'the caller’s or the line’s name',
      did: 'the number that was dialled',
      ivrid: 'the call’s id',
      direction: 'incoming or outgoing',
      status: 'what the call does, or how it ended',
      started: 'when it began',
      duration: 'how long it was talked',
      agent: 'who is logged in',
      extension: 'the extension',
      queue: 'the queue the caller waited in',
      waited: 'how long the caller waited',
      recording: 'recorded or muted',
    },
    customData: 'what was sent along with the call, by its key',

    editor: {
      title: 'Copy templates',
      hint: 'What can be copied of a call. The first one is the default.',
      default: 'default',
      add: 'Add a template',
      newName: 'New template',
      name: 'Name',
      format: 'Gives',
      formats: { text: 'Text', json: 'JSON' },
      template: 'Template',
      fields: 'Fields',
      fieldsHint: 'Press one to put it where the cursor is.',
      key: 'Key in this window',
      keyHint: 'It copies the call that has the focus, else the first one.',
      up: (name: string): string => `Move ${name} up`,
      down: (name: string): string => `Move ${name} down`,
      remove: (name: string): string => `Delete ${name}`,
      restore: 'Restore the templates that come along',
      restoreAsk: 'Your own templates will be removed. This can’t be undone.',
      restoreYes: 'Restore',
      restoreNo: 'Keep mine',
      preview: { last: 'Preview with the last call', sample: 'Preview with a sample call' },
      empty: 'Of this call nothing is known that the template names: there would be nothing to copy.',
      notJson: 'This gives no JSON. Check its quotes, commas and braces; {{ stands for a brace.',
      place: (line: number, character: number): string =>
        `Line ${number(line)}, character ${number(character)}`,
      notSaved: {
        name: 'Not saved: it needs a name.',
        doubled: 'Not saved: another template has this name.',
        empty: 'Not saved: the template is empty.',
        error: 'Not saved until this is mended.',
        key: 'Not saved: this is not the name of a key.',
      },
    },

    /** `at` counts characters from 1. */
    error: (what: string, at: number): string => `${what} At character ${at}.`,
    errors: {
      unclosed: 'A field begins here and does not end. Write {{ for the brace itself.',
      'stray-close': 'A field ends here that did not begin. Write }} for the brace itself.',
      'empty-field': 'The braces name no field.',
      'unknown-field': 'There is no such field.',
      'unknown-form': 'This field has no such form.',
      'no-key': 'Name what was sent along, as in {customdata.KEY}.',
      'too-long': 'The template is too long; what follows here is not used.',
    },

    /** Of an entry that is not used: a copy template, a rule. */
    problem: (path: string, what: string): string => `${path} ${what}; the whole entry is not used.`,
    problems: {
      'wrong-type': 'is of the wrong type',
      missing: 'is missing',
      'unknown-key': 'is not known to Ringside',
      'unknown-word': 'is none of the words allowed here',
      'out-of-range': 'is empty or too long',
      duplicate: 'is the name of another entry before it',
      'too-many': 'is one too many',
      template: 'has an error',
      'not-json': 'gives no JSON',
      'not-a-host': 'has an entry that is no host name, such as crm.example.com',
      url: 'is not an address that Ringside opens',
    },

    /** Why a rule’s address is not opened. */
    urls: {
      template: 'The address has an error in a field.',
      scheme:
        'The address must begin with https://. Only your organisation’s own rules may open another kind.',
      script: 'An address of this kind runs what it is given, and is never opened.',
      'no-host': 'Write https:// and the host’s name, as in https://crm.example.com/.',
      backslash: 'The address holds a backslash.',
      'control-character': 'The address holds a space, or a character that can’t be seen.',
      'user-info': 'The address holds a name or password before the host.',
      'host-not-ascii':
        'The host’s name holds letters that only look like others. Write it in its xn-- form.',
      'field-in-host': 'A field can’t stand in the host’s name: whoever calls would say where it leads.',
      port: 'This port of the host is not on the rule’s list.',
      'host-not-listed': 'The host is not on the rule’s list.',
      'not-a-url': 'With this call’s values it is no address.',
      'path-changed': 'A value of this call would lead to another page of the host.',
      'too-long': 'With this call’s values the address is longer than the system takes.',
      'no-number': 'This caller has no number in the form that the address asks for.',
    },
  },

  /** Pages of a CRM that open for a call, and the rules that say which. */
  pages: {
    open: 'Open in CRM',
    openWith: 'Open in CRM with…',
    opened: 'Opened',
    answers: {
      failed: 'This computer did not open the page. Check its browser.',
      'no-such-rule': 'No rule fits this call. Look at the rules in the settings.',
      'no-such-call': 'This call is no longer kept.',
    },

    title: 'CRM pages',
    hint: 'A rule opens a page of your CRM for a call: by itself, once for each call, or by hand from card, history and tray.',
    none: 'There are no rules yet, so no page opens.',
    triggers: {
      ringing: 'when it rings',
      answered: 'when it is answered',
      ended: 'when it has ended',
      'by-hand': 'only by hand',
    },
    /** What stands beside a rule while it is edited nowhere. */
    dry: {
      last: 'For the last call',
      sample: 'For a call as an example',
      opens: 'would open',
      nothing: 'would not open:',
      unfit: {
        direction: 'does not fit: direction',
        did: 'does not fit: dialled number',
        queue: 'does not fit: queue',
        prefix: 'does not fit: how the number begins',
        withheld: 'does not fit: number shown or withheld',
        known: 'does not fit: known or new caller',
        customdata: 'does not fit: what was sent along',
      },
      failed: 'What would open could not be found out.',
    },
    /** Why a page did not open by itself. */
    trouble: (time: string, what: string): string => `At ${time} it did not open. ${what}`,
    tooMany: 'Too many pages opened within a minute.',
    notKept: 'It could not be noted that it was opened, and it might have opened twice. Check the disk.',

    add: 'Add a rule',
    edit: (rule: string): string => `Edit ${rule}`,
    remove: (rule: string): string => `Remove ${rule}`,
    up: (rule: string): string => `Move ${rule} up`,
    down: (rule: string): string => `Move ${rule} down`,
    save: 'Save rule',
    cancel: 'Cancel',
    name: 'Name',
    nameHint: 'As in the menu, such as Customer card',
    trigger: 'Opens',
    url: 'Address',
    urlHint: 'Such as https://crm.example.com/customer?phone={phone|e164}',
    insert: 'Insert a field:',
    hosts: 'Hosts that may be opened',
    hostsHint: 'With commas in between. No other host is ever opened, whatever a caller sends.',
    allow: (host: string): string => `Allow ${host}`,
    conditions: 'Only for some calls',
    conditionsHint: 'Everything that is filled in must fit. What is left empty fits every call.',
    direction: 'Direction',
    directionHint: 'None chosen is any.',
    did: 'Dialled number',
    queue: 'Queue or line',
    linesHint: 'One on each line',
    prefix: 'Caller’s number begins with',
    prefixHint: '+9725 with the country, 05 without',
    number: 'Caller’s number',
    numbers: { any: 'Any', shown: 'Shown', withheld: 'Withheld' },
    known: 'Caller',
    knowns: { any: 'Any', known: 'Called before', unknown: 'New' },
    customdata: 'Sent along with the call',
    customdataHint: 'One on each line: key=value, such as lang=he; * is for any value',
    severalHint: 'With commas in between',
    /** What is wrong in a field. */
    errors: {
      'wrong-type': 'This can’t be used.',
      missing: 'Fill this in.',
      'not-a-pair': 'Write key=value on each line.',
      'unknown-key': 'This can’t be used.',
      'unknown-word': 'This can’t be used.',
      'out-of-range': 'This is empty, too long, or has no digits.',
      duplicate: 'Another rule has this name.',
      'too-many': 'These are too many.',
      'not-a-host': 'Write each host’s name in full, such as crm.example.com, without https:// and *.',
    },
  },

  /** Events sent to an address of the organisation. Times come as text. */
  webhook: {
    title: 'Webhook',
    hint: 'Sends what happens to your calls, with the caller’s number, to an address of your organisation. Each event is signed.',
    on: 'Send events',
    url: 'Address',
    urlHint: 'https://, or http:// on this computer',
    urlBad: 'Write an address that begins with https://, without name and password.',
    events: 'Events',
    eventNames: {
      ringing: 'Ringing',
      dialing: 'Dialing',
      answered: 'Answered',
      held: 'On hold',
      resumed: 'Resumed',
      'recording-muted': 'Recording muted',
      'recording-unmuted': 'Recording again',
      ended: 'Ended',
    },
    noEvents: 'Choose at least one event.',
    once: 'Rather lose an event than send it twice',

    secret: 'Secret for the signature',
    secretHint: 'The receiver has the same one. It is kept as the API code is, and never shown again.',
    secretStates: {
      none: 'There is no secret yet. Until there is one, nothing is sent.',
      stored: 'A secret is kept.',
      policy: 'Your organisation has set the secret.',
    },
    keepSecret: 'Keep secret',
    replaceSecret: 'Replace secret',
    removeSecret: 'Remove secret',
    secretKept: 'The secret is kept.',
    secretRemoved: 'The secret was removed. Nothing is sent any more.',
    secretNotKept: 'The secret could not be kept.',

    status: 'How it fares',
    off: 'Switched off: nothing is sent.',
    demo: 'Simulated calls are sent to this computer only, so nothing is sent now.',
    nothing: 'Nothing was sent yet. The next event of a call is.',
    delivered: (count: number): string => many(count, 'event delivered', 'events delivered'),
    last: (time: string): string => `last at ${time}`,
    waiting: (count: number): string => `${number(count)} waiting`,
    lost: (count: number): string => many(count, 'event lost', 'events lost'),
    retrying: (why: string, time: string): string => `${why} The next try is at ${time}.`,
    gaveUp: (event: string, time: string): string => `${event}, ${time}:`,
    queueFull: 'Too many events waited; the oldest was dropped.',
    notKept: 'It could not be noted that it is sent, so it was not. Check the disk.',
    failure: failureText({
      address: 'The receiver refused it.',
      code: 'The receiver refused it. Check the secret on both sides.',
      limited: 'The receiver asks for fewer events.',
      unknownQuestion: (status) =>
        status === 401 || status === 403
          ? `The receiver refused it (HTTP ${status}). Check the secret on both sides.`
          : `The receiver did not take it (HTTP ${status}). Check the address.`,
      httpFault: (status) => `The receiver has a fault (HTTP ${status}).`,
      ownFault: (err) => `The receiver has a fault (error ${err}).`,
      malformed: {
        'not-json': 'The receiver’s answer can’t be read.',
        'web-page': 'A web page answered in place of the receiver.',
        'wrong-shape': 'The receiver’s answer can’t be read.',
        'too-large': 'The receiver’s answer is too large.',
        'cut-short': 'The receiver’s answer broke off half-way.',
        redirect:
          'The receiver sends Ringside to another address, which it does not follow. Enter the new address here.',
      },
      unreachable: {
        dns: 'The address can’t be found. Check it for a slip.',
        'connection-refused': 'The receiver refuses the connection. Is it running?',
        'connection-lost': 'The connection to the receiver broke off.',
        tls: 'The connection to the receiver is not secure, so nothing was sent. Its certificate has to be put right.',
        timeout: 'The receiver did not answer in 8 seconds.',
        'insecure-url': 'The address is not https, so nothing was sent.',
        aborted: 'It was taken back.',
        network: 'The receiver could not be reached. Check the network.',
      },
    }),
  },

  /** Notes and the labels that say with one click how a call went. */
  outcomes: {
    title: 'Notes and labels',
    hint: 'A label says with one click how a call went. It is shown when the caller rings again.',
    labels: ['Solved', 'Callback', 'Passed on', 'Order', 'Complaint', 'Wrong number'],
    group: 'How the call went',
    addNote: 'Note and label',
    lastTime: (what: string): string => `last time: ${what}`,
    /** `when`: as `20 Nov, 10:14`. */
    thatTime: (when: string, what: string): string => `${when}: ${what}`,
    failed: 'Not saved. Try once more.',
    gone: 'Not saved: this call is no longer kept.',
    list: 'Labels',
    listHint: 'One a line. What earlier calls were labelled stays.',
    restore: 'Restore the labels that come along',
    tooMany: (most: number): string => `Not saved: no more than ${number(most)} labels.`,
    tooLong: (line: number, most: number): string =>
      `Not saved: line ${number(line)} is longer than ${number(most)} characters.`,
  },

  settings: {
    title: 'Settings',
    parts: 'Parts of the settings',
    partNow: (part: string): string => `Go to another part, now at ${part}`,
    account: 'Account',
    changeAccount: 'Save account',
    serverTitle: 'Server',
    pollHint: 'Voicenter asks for at least 5 seconds between requests.',
    pollGap: (seconds: number): string =>
      `Now: at most ${number(seconds)} s between two looks at your extension, with what else is requested.`,
    alerts: 'Alerts',
    numbers: 'Numbers',
    numberFormats: {
      national: 'National (072-277-6772)',
      international: 'International (+972 72 277 6772)',
      received: 'As received',
    },
    numberFrom: (least: number, most: number, whole: boolean): string =>
      `Enter a ${whole ? 'whole ' : ''}number from ${number(least)} to ${number(most)}.`,
    appearance: 'Appearance',
    languageOfSystem: 'As the system',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark', 'high-contrast': 'High contrast' },
    noTray:
      'This desktop shows no tray icons. Ringside watches all the same; start it again to open its window, or switch tray icons on in the desktop.',
    numbersMasked:
      'Callers’ numbers are masked: your organisation hides colleagues’ numbers, and its policy doesn’t say which extension is yours.',
    launchRefused:
      'The system did not accept that Ringside starts at login. Look at the programs that start at login in its own settings.',
    launchSwitchedOff:
      'Your organisation wants Ringside to start when you log in, but it is switched off in Task Manager under Startup apps.',
    locked: 'Set by your organisation',
    saved: 'Saved',
    notSaved: {
      locked: 'Your organisation has set this; it can’t be changed here.',
      invalid: 'This value can’t be used.',
      disk: 'The settings could not be written to disk.',
      'no-keychain': 'This computer could not keep the code.',
    },
    problem: (source: SettingProblem['source'], key: string, why: SettingProblem['why']): string =>
      `${source === 'policy' ? 'In your organisation’s policy' : 'In your settings'}, ${key === '' ? 'the file' : `“${key}”`} ${PROBLEMS[why]}; it is not used.`,
    quarantineFile: (file: string): string =>
      `Your settings could not be read. They were put aside as ${file}, and Ringside began afresh.`,
    keychainWaits:
      'Waiting for this computer’s keychain: unlock it when it asks, and restart Ringside if this message stays.',
    codeUnreadable: 'The stored code can’t be read any more. Enter it again.',
    codeOtherAddress: 'The stored code belongs to another server address. Enter it again for this one.',
    version: (version: string): string => `Ringside ${version}`,
  },

  /** What the settings page calls each setting that has one control. */
  settingLabels: {
    alertOnRing: 'Alert when it rings',
    alertOnMissed: 'Tell me of missed calls',
    alertOnRecording: 'Warn me about the recording',
    mutedTooLongMinutes: 'Warn when muted for this many minutes',
    deskPhone: 'My desk phone rings: no sound here',
    soundVolume: 'Volume of Ringside’s sounds',
    ringPopup: 'Ringside’s popup',
    popupDisplay: 'The popup’s screen',
    fallbackBlink: 'Blink in tray and taskbar if nothing else was shown',
    fallbackSound: 'Sound if nothing else was shown',
    privacy: 'Hide numbers, names and notes',
    windowKeys: 'Single keys, such as C for copy',
    queueThresholdSeconds: 'A caller waits too long after (seconds)',
    alertOnFirstWaiting: 'Tell me when a first caller waits',
    alertOnQueueThreshold: 'Tell me when a caller waits too long',
    alertOnQueueLength: 'Tell me when a queue is long',
    queueLength: 'A queue is long from (callers)',
    wideView: 'Watch every extension',
    maskTeamNumbers: 'Show only the last digits of numbers',
    numberFormat: 'Show and copy numbers as',
    region: 'Country of numbers without a code',
    zone: 'Time zone of the account',
    language: 'Language',
    theme: 'Theme',
    launchAtLogin: 'Start when I log in',
    startHidden: 'Start in the tray, without the window',
    historyDays: 'Keep calls for (days)',
    pollSeconds: 'Ask every (seconds)',
    requestsPerMinute: 'Questions a minute, at most',
    baseUrl: 'Server address',
    muteUrl: 'Recording server address',
    updates: 'Look for new versions of Ringside',
    updateWhen: 'Install them',
    updateTime: 'Time',
    updateChannel: 'Versions',
  } satisfies Readonly<Record<LabelledKey, string>>,

  /** The history as a file. */
  export: {
    folder: 'Choose a folder for the history',
    listSeparator: ',',
    columns: {
      began: 'Began',
      ended: 'Ended',
      direction: 'Direction',
      outcome: 'Outcome',
      number: 'Number',
      nationalNumber: 'National number',
      name: 'Name',
      dialled: 'Dialled',
      agent: 'Agent',
      extension: 'Extension',
      answered: 'Answered',
      ringSeconds: 'Rang (seconds)',
      talkSeconds: 'Talked (seconds)',
      holdSeconds: 'On hold (seconds)',
      recordingMuted: 'Recording muted',
      mutedSeconds: 'Recording muted (seconds)',
      mutedSpans: 'Muted from and to',
      endSeen: 'End seen',
      label: 'Label',
      note: 'Note',
      recordingFile: 'Recording file',
      callId: 'Call id',
      transferredFrom: 'Transferred from',
      answeredBy: 'Answered by',
      queue: 'Queue',
      waitedSeconds: 'Waited (seconds)',
      customData: 'Sent along',
    },
    outcome: (outcome: Outcome | 'unknown' | null): string =>
      outcome === null ? 'Live' : outcome === 'unknown' ? 'Not known' : OUTCOMES[outcome],
    direction: (direction: Direction): string => EXPORT_DIRECTIONS[direction],
    hand: (hand: 'here' | 'elsewhere' | 'call-ended' | null): string => EXPORT_HANDS[hand ?? 'unseen'],
    yes: 'yes',
    no: 'no',
  },

  /** What is said aloud to who hears the window. */
  spoken: {
    state: (state: string, caller: string): string => `${state}: ${caller}`,
    gone: 'Call ended',
  },

  window: {
    noAnswer: 'Ringside did not answer. Try once more.',
  },

  problem: {
    title: 'If something was wrong',
    hint: 'Ringside can record what Voicenter says in the next 15 minutes. Names and numbers are replaced before anything is kept, and the code is never in it.',
    record: 'Record a problem',
    stop: 'Stop and save',
    until: (time: string): string => `Recording until ${time}.`,
    kept: (file: string): string => `Saved among your downloads: ${file}`,
    failed: 'The recording could not be saved.',
  },

  diagnostics: {
    title: 'Diagnostics',
    hint: 'What your administrator may ask for: versions, connection, figures and the last warnings. No names, numbers or codes are in it.',
    show: 'Show diagnostics',
    copy: 'Copy diagnostics',
  },

  /** Privacy mode: what stands in place of numbers, names and notes while the screen is shared. */
  privacy: {
    number: 'Number hidden',
    name: 'Name hidden',
    incomingCall: 'Incoming call',
    missedCall: 'Missed call',
    on: 'Privacy on',
    off: 'Privacy off',
    banner: 'Privacy: numbers, names and notes hidden',
    hide: 'Hide numbers and names',
    show: 'Show numbers and names',
    notesHidden: 'Notes are hidden while privacy is on.',
    searchOff: 'Search is off while privacy is on: what it finds would show who called.',
    title: 'Privacy',
    hint: 'For sharing the screen: alerts say “Incoming call” and the line. Copying still gives the real number.',
  },

  /** Keys: those that work in every program, and those of the window. */
  keys: {
    title: 'Keys',
    everywhere: 'In every program',
    actions: {
      show: 'Show Ringside',
      copy: 'Copy the number of the call',
      mute: 'Mute or resume the recording',
      crm: 'Open the call in the CRM',
      privacy: 'Privacy on or off',
    },
    whichCall:
      'The call is the one that rings, else the one you talk on, else the one on hold, else the last.',
    none: 'None',
    press: 'Press the keys…',
    recording: 'Escape keeps what was set, Backspace takes it away.',
    needsModifier: (modifiers: string): string => `Add ${modifiers}, or take one of F1 to F24.`,
    or: (one: string, other: string): string => `${one} or ${other}`,
    clear: (action: string): string => `Take away the keys: ${action}`,
    /** Why keys are not taken for every program. */
    refused: {
      few: 'Other programs need these keys. Hold Ctrl and Alt with them, or take one of F13 to F24.',
      fewOnMac:
        'Other programs need these keys. Hold two of ⌃, ⌥ and ⌘ with them, or take one of F13 to F24.',
      needed: 'The system or other programs need these keys. Choose others.',
      unreadable: 'The system can’t use these keys. Choose others.',
      taken: (action: string): string => `“${action}” has these keys already. Choose others.`,
    },
    states: {
      unknown: 'Ringside can’t see whether these keys work here. Press them to find out.',
      taken: 'The system refused these keys: another program has them most likely. Choose others.',
      invalid: 'The system can’t use these keys. Choose others.',
    },
    wayland:
      'On Wayland the desktop decides about such keys: it may ask you first, and keys it does not allow do nothing.',
    names: { Space: 'Space', Shift: 'Shift', Super: 'Super' },

    /** What is told after a key did something that can’t be seen. */
    told: {
      copied: 'Number copied',
      'nothing-to-copy': 'No number to copy',
      failed: 'The number could not be copied',
      muting: 'Asked to mute the recording',
      resuming: 'Asked to resume the recording',
      'no-call': 'There is no call',
      'not-connected': 'No call whose recording could be muted',
      'no-page': 'No page fits this call',
      'page-failed': 'The page could not be opened',
      locked: 'Your organisation has set privacy; it can’t be changed here.',
    },

    inWindow: 'In this window',
    singleHint: 'They rest while you type, and for a second after that.',
    showList: 'Show the keys',
    list: {
      title: 'Keys in this window',
      lead: 'They work on the call with the focus, else on the first one, and rest while you type.',
      off: 'Single keys are switched off in the settings.',
      close: 'Close',
      groups: { call: 'Call', window: 'Window', lists: 'Lists' },
      copy: 'Copy the number',
      mute: 'Mute or resume the recording',
      note: 'Write a note',
      open: 'Open in the CRM',
      search: 'Search',
      privacy: 'Privacy on or off',
      settings: 'Settings',
      keys: 'This list',
      leave: 'Close what is open, then the window',
      rows: 'From row to row',
      ends: 'First and last row',
    },
  },

  /** How each kind of alert shows itself. */
  /** How an alert reaches the person when the system does not show it. */
  ladder: {
    title: 'When the system shows no alert',
    hint: 'If it does not show a ring within 2 seconds, these follow in turn.',
    rungs: { notification: 'Notification', popup: 'Ringside’s popup', tray: 'Blinking', sound: 'Sound' },
    outcomes: {
      shown: 'shown',
      given: 'given; nobody can say whether it was noticed',
      refused: 'refused: do-not-disturb is on, or notifications are off',
      failed: 'could not be shown',
      unsupported: 'not possible on this system',
      'no-answer': 'no answer within 2 seconds',
      off: 'switched off',
    },
    unsigned:
      'could not be shown: macOS shows no notifications of a program that is not signed. Ask your administrator for a signed one.',
    noPopup: 'not possible: on Wayland no program may place a window above others',
    testing: 'Trying each way in turn…',
    popups: {
      fallback: 'When the notification is not shown',
      always: 'For every ring',
      never: 'Never',
    },
    pointer: 'Where the pointer is',
    mainScreen: 'The main screen',
    screen: (number: number, name: string): string =>
      name === '' ? `Screen ${number}` : `Screen ${number}: ${name}`,
    goneScreen: 'A screen that is not connected',
    doNotDisturb: {
      on: 'Do-not-disturb is on: the system hides alerts.',
      off: 'Do-not-disturb is off.',
      unknown: 'This system does not say whether do-not-disturb is on.',
    },
    openSystem: 'System’s notification settings',
    notOpened: 'They could not be opened from here.',
    wayland: 'On Wayland no program may place a window above others: blinking and sound follow at once.',
  },

  /** The ring popup. */
  popup: {
    title: 'Ringside: ringing call',
    calls: 'Ringing calls',
    open: 'Open',
    dismiss: 'Dismiss',
  },

  tuning: {
    kinds: { ring: 'Ringing call', missed: 'Missed call', queue: 'Queue', recording: 'Recording' },
    queueWhich: 'Which ones is set under Queues.',
    sound: 'Sound',
    sounds: { none: 'None', system: 'The system’s', ringside: 'Ringside’s' },
    blink: 'Blink in the tray',
    play: { ring: 'Play the ring', notice: 'Play the notice' },
    deskPhoneHint: 'Everything is still shown.',
    silenced: 'Silent: your desk phone rings.',
    blinkHint: 'It blinks until the alert is over or you look at the window, never with reduced motion.',
    pause: 'Pause all alerts',
  },

  updates: {
    title: 'Updates',
    whens: { quit: 'When I quit Ringside', night: 'At a set time' },
    timeHint: 'Within two hours from then, and only when no call is live.',
    channels: { latest: 'Released ones', beta: 'Trial versions too' },
    check: 'Look now',
    install: 'Install now',
    installAfter: 'Install after the call',
    tryAgain: 'Try again',
    later: 'Later',
    understood: 'Understood',
    off: {
      'not-packaged': 'This copy does not run from an installed package, so it is not updated.',
      'not-replaceable': 'Ringside was installed for the whole computer: your organisation updates it.',
      'switched-off': 'Off: new versions are not looked for.',
      'no-server': 'Your organisation has not named an update server.',
    },
    notAsked: 'The update server has not been asked yet.',
    current: (time: string): string => `Nothing newer; asked at ${time}.`,
    downloading: (version: string): string => `Version ${version} is being downloaded.`,
    ready: (version: string): string => `Version ${version} is ready.`,
    /** It was to be installed at once, and a call is live, or only just over. */
    asked: 'It is installed as soon as no call is live.',
    waits: {
      call: 'It waits until no call is live.',
      'after-call': 'It waits some minutes after a call.',
      'not-sure': 'It waits for contact: nobody knows now whether there is a call.',
      quit: 'It is installed when you quit Ringside.',
      night: 'It is installed at the set time, when no call is live.',
      person: 'Installing it failed before. Ringside goes on as it is.',
    },
    installing: (version: string): string =>
      `Version ${version} is being installed. Ringside ends for a moment.`,
    failed: {
      unreachable: 'The update server could not be reached.',
      damaged: 'What the update server sent was damaged and was thrown away.',
      unverified: 'The update’s signature couldn’t be checked, so it was deleted.',
      'not-installed': 'The new version could not be installed.',
    },
    whole: 'Ringside goes on as it is.',
  },

  /** What the programs of the command line say. */
  terminal: {
    watching: (extension: string, seconds: number): string =>
      `Watching extension ${extension}, every ${seconds} s. Ctrl+C ends.`,
    live: 'Connected.',
    staleSince: (time: string): string => `No good answer since ${time}.`,
    ended: 'Stopped.',
    outputLost: (code: string): string => `Stopped: the output could not be written (${code}).`,
    outputUnread: 'Stopped: nobody reads the output.',
    bent: (path: string, what: string): string => `The answer was bent to fit: ${path} (${what}).`,
    dropped: (path: string): string => `A call without an id was left out: ${path}.`,
    starting: 'Ringside is starting.',
    alreadyRunning: 'Ringside is already running.',
    notStarted: (why: string): string => `Ringside could not start: ${why}`,
    unknownOption: (option: string): string =>
      `Ringside was not started: the option ${option} is not supported.`,
    centre: (page: string): string => `Simulated call centre: ${page}`,
    tray: (state: string, tooltip: string): string => `tray: ${state} · ${tooltip}`,
    alert: (title: string, body: string): string => `alert: ${title}${body === '' ? '' : ` · ${body}`}`,
    alertGone: (title: string): string => `alert gone: ${title}`,
    call: (what: string): string => `call: ${what}`,
    event: (type: Exclude<CallEvent['type'], 'ended'>): string => EVENTS[type],
  },
}
