import type { AgentStatus, CallEvent, Direction, Failure, Outcome, Phase } from '../domain.ts'
import type { SettingProblem } from '../settings.ts'
import { enHistory } from './en-history.ts'
import { enQueues } from './en-queues.ts'
import { enReport } from './en-report.ts'
import { enTeam } from './en-team.ts'
import { enTemplates } from './en-templates.ts'

const many = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`

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

const EXPORT_DIRECTIONS: Record<Direction, string> = {
  incoming: 'Incoming',
  outgoing: 'Outgoing',
  'click-to-call': 'Click to call',
  spy: 'Listening in',
  unknown: '',
}

const UNREACHABLE: Record<Extract<Failure, { kind: 'unreachable' }>['why'], string> = {
  dns: 'Voicenter’s address can’t be found. Check the network connection.',
  'connection-refused': 'Voicenter’s server refuses the connection. Ringside keeps trying.',
  'connection-lost': 'The connection to Voicenter broke off. Ringside keeps trying.',
  tls: 'The connection to Voicenter is not secure, so nothing was sent. Tell your administrator.',
  timeout: 'Voicenter did not answer in 8 seconds. Ringside keeps trying.',
  'insecure-url': 'The server’s address is not https, so nothing was sent. Correct it in the settings.',
  aborted: 'The question to Voicenter was taken back.',
  network: 'No connection to Voicenter. Check the network; Ringside keeps trying.',
}

const MALFORMED: Record<Extract<Failure, { kind: 'malformed' }>['why'], string> = {
  'not-json': 'Voicenter’s answer can’t be read. Ringside keeps trying.',
  'web-page': 'A web page answered in place of Voicenter. A Wi-Fi sign-in page or a proxy may be in between.',
  'wrong-shape': 'Voicenter’s answer is not a list of calls. Check the server’s address in the settings.',
  'too-large': 'Voicenter’s answer is too large to be one. Check the server’s address in the settings.',
  'cut-short': 'Voicenter’s answer broke off half-way. Ringside keeps trying.',
  redirect:
    'The server sends Ringside to another address, which it does not follow. Check the server’s address in the settings.',
}

const PROBLEMS: Record<SettingProblem['why'], string> = {
  unknown: 'is not a setting of Ringside',
  'wrong-type': 'is of the wrong type',
  'out-of-range': 'is outside what is allowed',
  'insecure-url': 'must begin with https://',
  'not-a-url': 'is not a web address',
}

function failure(why: Failure): string {
  switch (why.kind) {
    case 'refused':
      return why.why === 'address'
        ? 'Voicenter does not accept this computer’s address. Ask your administrator to add it to the account’s list.'
        : 'Voicenter does not accept the code. Check it in the settings, or ask your administrator.'
    case 'limited':
      return 'Voicenter asks for fewer questions. Ringside waits and goes on by itself.'
    case 'faulty':
      return why.status >= 400 && why.status < 500
        ? `The server does not know this question (HTTP ${why.status}). Check its address in the settings.`
        : `Voicenter has a fault (${why.err === null ? `HTTP ${why.status}` : `error ${why.err}`}). Ringside keeps trying.`
    case 'malformed':
      return MALFORMED[why.why]
    case 'unreachable':
      return UNREACHABLE[why.why]
  }
}

/** Every sentence that a person reads, in English. The shape of every other language. */
export const en = {
  locale: 'en',
  direction: 'ltr' as const,
  appName: 'Ringside',

  call: {
    phase: (phase: Phase, statusWord: string): string =>
      phase === 'other' ? statusWord || 'On a call' : PHASES[phase],
    outcome: (outcome: Outcome): string => OUTCOMES[outcome],
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
    staleSince: (time: string): string =>
      `No contact with Voicenter since ${time}. What you see is from then.`,
    lastGood: (time: string): string => `The last good answer came at ${time}. What you see is from then.`,
    unknownExtensionLong: (extension: string): string =>
      `Voicenter knows no extension ${extension}, or the code is wrong: it answers both alike. Check both in the settings.`,
    retry: 'Try now',
  },

  failure,

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
    noneWhileUnknown: 'No calls are known yet.',
    missed: 'Missed calls',
    missedAt: (time: string, rang: string): string => `missed · rang ${rang} · ${time}`,
    clearMissed: 'Clear',
    newMissed: 'new',
    noneAt: (time: string): string => `No calls when last seen, at ${time}.`,
  },

  alert: {
    ringing: (caller: string): string => `Ringing: ${caller}`,
    missed: (caller: string): string => `Missed call: ${caller}`,
    missedBody: (time: string, rang: string): string => `${time}, rang ${rang}`,
    transferred: 'transferred to you',
    testTitle: 'Ringside test alert',
    testBody: 'This is how a ringing call will be shown.',
    testOutcome: {
      shown: 'The test alert was shown.',
      refused: 'This computer refuses notifications from Ringside. Allow them in the system’s settings.',
      failed: 'The test alert could not be shown. Check the system’s notification settings.',
      unsupported: 'This computer has no notifications. Watch the tray icon instead.',
      'no-answer':
        'The system did not say whether it showed the alert. If you saw none, check its do-not-disturb.',
    },
  },

  queues: enQueues,

  team: enTeam,

  tray: {
    disconnected: 'not connected',
    idle: 'no calls',
    open: 'Open Ringside',
    settings: 'Settings…',
    quit: 'Quit Ringside',
    missed: (count: number): string => many(count, 'missed call', 'missed calls'),
    calls: (count: number): string => many(count, 'call', 'calls'),
    waiting: (count: number): string => `${count} waiting`,
    pauseAlerts: 'Pause alerts',
    pauseFor15: 'For 15 minutes',
    pauseFor60: 'For 60 minutes',
    pausedUntil: (time: string): string => `Alerts paused until ${time}`,
    endPause: 'Alerts on again',
    demo: 'simulated calls',
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

  history: enHistory,

  report: enReport,

  templates: enTemplates,

  settings: {
    title: 'Settings',
    account: 'Account',
    changeAccount: 'Save account',
    serverTitle: 'Server',
    server: 'Server address',
    muteServer: 'Recording server address',
    pollSeconds: 'Ask every (seconds)',
    pollHint: 'Voicenter asks for at least 5 seconds between questions.',
    alerts: 'Alerts',
    alertOnRing: 'Alert when it rings',
    alertOnMissed: 'Tell me of missed calls',
    alertSound: 'With sound',
    numbers: 'Numbers',
    numberFormat: 'Show and copy numbers as',
    numberFormats: {
      national: 'National (072-277-6772)',
      international: 'International (+972 72 277 6772)',
      received: 'As received',
    },
    region: 'Country of numbers without a code',
    regionHint: 'Two letters, such as IL',
    zone: 'Time zone of the account',
    zoneHint: 'Such as Asia/Jerusalem',
    appearance: 'Appearance',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    startHidden: 'Start in the tray, without the window',
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
    setAside: (file: string): string =>
      `Your settings could not be read. They were put aside as ${file}, and Ringside began afresh.`,
    codeUnreadable: 'The stored code can’t be read any more. Enter it again.',
    codeOtherAddress: 'The stored code belongs to another server address. Enter it again for this one.',
    version: (version: string): string => `Ringside ${version}`,
  },

  /** The history as a file. */
  export: {
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
      endSeen: 'End seen',
      label: 'Label',
      note: 'Note',
      recordingFile: 'Recording file',
      callId: 'Call id',
      transferredFrom: 'Transferred from',
    },
    outcome: (outcome: Outcome | 'unknown' | null): string =>
      outcome === null ? 'Live' : outcome === 'unknown' ? 'Not known' : OUTCOMES[outcome],
    direction: (direction: Direction): string => EXPORT_DIRECTIONS[direction],
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

  /** What the programs of the command line say. */
  terminal: {
    watching: (extension: string, seconds: number): string =>
      `Watching extension ${extension}, every ${seconds} s. Ctrl+C ends.`,
    live: 'Connected.',
    staleSince: (time: string): string => `No good answer since ${time}.`,
    ended: 'Stopped.',
    bent: (path: string, what: string): string => `The answer was bent to fit: ${path} (${what}).`,
    dropped: (path: string): string => `A call without an id was left out: ${path}.`,
    notStarted: (why: string): string => `Ringside could not start: ${why}`,
    centre: (page: string): string => `Simulated call centre: ${page}`,
    tray: (state: string, tooltip: string): string => `tray: ${state} · ${tooltip}`,
    alert: (title: string, body: string): string => `alert: ${title}${body === '' ? '' : ` · ${body}`}`,
    alertGone: (title: string): string => `alert gone: ${title}`,
    call: (what: string): string => `call: ${what}`,
    event: (type: Exclude<CallEvent['type'], 'ended'>): string => EVENTS[type],
  },
}
