import type { AgentStatus, CallEvent, Direction, Outcome, Phase } from '../domain.ts'
import type { Field } from '../templates/template.ts'
import type { SettingProblem } from '../settings/setting-problem.ts'
import type { LabelledKey } from '../settings/settings.ts'
import { dialText } from './dial-text.ts'
import { durations } from './durations.ts'
import { callLogFailure } from './call-log-failure.ts'
import { connectionText, failureText, failureTextThen, type FailureSentences } from './failure-text.ts'
import { notDoneText } from './not-done-text.ts'
import { notSetText } from './not-set-text.ts'
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
const callers = (count: number): string => many(count, 'caller waiting', 'callers waiting')
const days = (count: number): string => many(count, 'day', 'days')
const time = durations({ seconds: 's', minutes: 'min', hours: 'h', days })

const PHASES = {
  ringing: 'Ringing',
  dialing: 'Dialling',
  talking: 'Talking',
  held: 'On hold',
} as const

const STATUSES = {
  login: 'Logged in',
  logout: 'Logged out',
  lunch: 'Lunch',
  administrative: 'Administrative',
  private: 'Private',
  'other-status': 'Other',
  training: 'Training',
  'team-meeting': 'Team meeting',
  brief: 'Briefing',
} as const

const EVENTS: Record<Exclude<CallEvent['type'], 'ended'>, string> = {
  ringing: 'Ringing',
  dialing: 'Dialling',
  answered: 'Answered',
  held: 'On hold',
  resumed: 'Resumed',
  'recording-muted': 'Recording muted',
  'recording-unmuted': 'Recording resumed',
}

const OUTCOMES: Record<Outcome, string> = {
  missed: 'Missed',
  unanswered: 'Not answered',
  completed: 'Ended',
}

/** Who muted or unmuted a recording. */
const EXPORT_HANDS = {
  here: 'in Ringside',
  elsewhere: 'by someone else',
  'call-ended': 'call ended',
  unseen: 'unknown',
} as const

const EXPORT_DIRECTIONS: Record<Direction, string> = {
  incoming: 'Incoming',
  outgoing: 'Outgoing',
  'click-to-call': 'Click to call',
  spy: 'Listening in',
  unknown: '',
}

const PROBLEMS: Record<SettingProblem['why'], string> = {
  unknown: 'is not a Ringside setting',
  'wrong-type': 'has the wrong type',
  'out-of-range': 'is out of range',
  'insecure-url': 'must start with https://',
  'not-a-url': 'must be a web address without a user name, password or parameters',
  'policy-only': 'can only be set in your organisation’s policy',
  'needed-elsewhere': 'is a shortcut that other apps need',
  'set-twice': 'is also used for another action',
  missing: 'is missing',
  'unknown-key': 'is not recognised',
  'unknown-word': 'is not an allowed value',
  duplicate: 'has the same name as an earlier entry',
  'too-many': 'exceeds the maximum',
  template: 'has an error',
  'not-json': 'isn’t valid JSON',
  'not-a-host': 'must be host names such as crm.example.com',
  url: 'is not an address that Ringside can open',
}

const PROXY_LOGIN =
  'This network’s proxy requires a user name and password, which Ringside doesn’t have. Ask your administrator.'

/** Only what happened: whether Ringside then keeps trying is added by `failure` below. */
const FAILURES: FailureSentences = {
  address:
    'Voicenter doesn’t allow this computer’s IP address. Ask your administrator to add it to the account’s list.',
  code: 'Voicenter doesn’t accept the code. Check it, or ask your administrator.',
  limited: 'Voicenter is limiting requests.',
  unknownRequest: (status) =>
    `The server doesn’t recognise this request (HTTP ${status}). Check the server address in the settings.`,
  httpFault: (status) => `Voicenter has a problem (HTTP ${status}).`,
  ownFault: (err) => `Voicenter has a problem (error ${err}).`,
  malformed: {
    'not-json': 'Voicenter’s response can’t be read.',
    'web-page': 'A web page responded instead of Voicenter. It may be a Wi-Fi sign-in page or a proxy.',
    'wrong-shape': 'Voicenter’s response is not a list of calls. Check the server address in the settings.',
    'too-large': 'Voicenter’s response is unexpectedly large. Check the server address in the settings.',
    'cut-short': 'Voicenter’s response was cut off.',
    redirect:
      'The server redirects to another address, which Ringside doesn’t follow. Check the server address in the settings.',
  },
  unreachable: {
    dns: 'Voicenter’s address can’t be found. Check the network connection.',
    'connection-refused': 'Voicenter’s server refused the connection.',
    'connection-lost': 'The connection to Voicenter was lost.',
    tls: 'The connection to Voicenter is not secure, so nothing was sent. Contact your administrator.',
    'proxy-login': PROXY_LOGIN,
    timeout: 'Voicenter didn’t respond within 8 seconds.',
    'insecure-url': 'The server address doesn’t use https, so nothing was sent. Correct it in the settings.',
    aborted: 'The request to Voicenter was cancelled.',
    network: 'No connection to Voicenter. Check the network.',
  },
}

/** Every sentence that users read, in English. The shape of every other language. */
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
    startedAt: (time: string): string => `started ${time}`,
    recording: 'Recording',
    recordingMuted: 'Recording muted',
    recordingUnknown: 'Recording status unknown',
    transferred: 'transferred call',
    waited: (duration: string, queue: string): string => `waited ${duration} in ${queue}`,
  },

  /** The recording guard. Durations are passed as text. */
  guard: {
    label: 'Recording warnings',
    mute: 'Mute recording',
    resume: 'Resume recording',
    resumeShort: 'Resume',
    again: 'Try again',
    understood: 'Understood',
    dismiss: 'Dismiss',
    elsewhere: 'by someone else',
    confirmed: 'confirmed',
    asked: { mute: 'Muting, waiting for confirmation…', resume: 'Resuming, waiting for confirmation…' },
    askedBlind: 'Request sent. Result unknown until Voicenter responds.',
    refused: { mute: 'Not muted.', resume: 'Not resumed.' },
    unconfirmed: {
      mute: 'The mute wasn’t confirmed: assume this call is being recorded.',
      resume: 'Resuming wasn’t confirmed: assume this call is not being recorded.',
    },
    warning: {
      mutedFor: (duration: string): string => `Recording muted for ${duration}`,
      mutedForLong: 'This call won’t be recorded until you resume.',
      newCall: 'Your new call is being recorded; the mute ended with the last one',
      resumed: 'Recording restarted after hold, although you had muted it',
      unmutedElsewhere: 'Recording resumed: someone else unmuted it',
      endedMuted: (duration: string): string => `Call ended while recording was muted (${duration})`,
      endedMutedLong: 'That part was not recorded. Your next calls will be recorded as usual.',
      leftMuted: 'A recording was still muted when last checked',
      leftMutedLong:
        'Ringside no longer watches that call. If it’s still active, resume its recording elsewhere.',
      refused: { mute: 'Recording not muted', resume: 'Recording not resumed' },
      unconfirmed: { mute: 'Mute not confirmed', resume: 'Resume not confirmed' },
    },
    why: notDoneText({
      noSuchCall: 'Voicenter can’t find this call; it may have just ended.',
      notDone: (code) => `Voicenter couldn’t do this (code ${code}). Try again, or ask your administrator.`,
      address:
        'Voicenter’s recording server doesn’t allow this computer’s IP address. Ask your administrator.',
      code: 'Voicenter’s recording server doesn’t accept this account. Ask your administrator.',
      limited: 'Voicenter is limiting requests. Try again in a moment.',
      fault: (number) => `Voicenter’s recording server has a problem (${number}). Try again.`,
      webPage:
        'A web page responded instead of Voicenter. Check the Wi-Fi sign-in, and the recording server address in the settings.',
      wrongServer:
        'Recordings can’t be muted at this address. Check the recording server address in the settings.',
      unreadable: 'The response can’t be read. Try again.',
      unreachable:
        'The recording server can’t be reached. Check the network, and the server’s address in the settings.',
      insecure:
        'The connection to the recording server is not secure, so nothing was sent. Contact your administrator.',
      timeout: 'The server didn’t respond in time. Try again.',
      brokeOff: 'The connection was lost before the server responded. Try again.',
      notWatched: 'Ringside stopped watching the call before the result was known.',
    }),
  },

  /** Placing and ending a call. Numbers and extensions are passed as text. */
  dialling: {
    title: 'Calling',
    call: 'Call',
    callNumber: 'Call this number',
    field: 'Call a number',
    fieldLabel: 'Number or extension',
    fieldHint: 'Type or paste it in any format.',
    next: 'Next',
    cancel: 'Cancel',
    close: 'Close',
    ask: (who: string): string => `Call ${who}?`,
    sentAs: 'Dialled as',
    from: 'From extension',
    yourPhoneFirst: 'Your phone rings first.',
    stages: {
      requested: (who: string): string => `Asking Voicenter to call ${who}…`,
      'own-leg': (who: string): string => `Your phone is ringing. Pick it up to call ${who}.`,
      dialling: (who: string): string => `Calling ${who}…`,
      talking: (who: string): string => `You are talking to ${who}.`,
      refused: 'The call wasn’t placed.',
      unknown: (who: string): string =>
        `No response from Voicenter: the call to ${who} may have been placed. Ringside won’t try again.`,
      unseen: (who: string): string =>
        `Voicenter accepted the call to ${who}, but it hasn’t appeared on your extension.`,
    },
    over: {
      'own-leg': (who: string): string => `Your phone wasn’t picked up, so ${who} wasn’t called.`,
      dialling: (who: string): string => `${who} didn’t answer.`,
      talking: (who: string): string => `The call to ${who} has ended.`,
    },
    why: dialText(
      {
        notPlaced: {
          empty: 'There is no number to call.',
          withheld: 'The number is withheld or hidden.',
          'not-a-number': 'This isn’t a number that can be called.',
          'too-long': 'This is too long for a phone number.',
          'own-extension': 'This is your own extension.',
          emergency: 'This is an emergency number: use your phone.',
          country: 'Your organisation doesn’t allow calls to this country.',
          prefix: 'Your organisation doesn’t allow calls to this number.',
          'per-minute': 'Too many calls within a minute. Try again in a moment.',
          'per-day': 'The maximum number of calls in 24 hours has been reached.',
          'not-yours': 'You can call only from the extension where you are logged in.',
          off: 'Calling is switched off.',
          'not-stored': 'Ringside couldn’t save a record of the call first. Check the disk.',
        },
        declined: {
          parameters: 'Voicenter doesn’t accept this number or your extension.',
          fault: 'Voicenter has a problem. Try again in a moment.',
          offline: 'Your phone is offline. Check that it is on and connected.',
          blocked: 'Voicenter blocks this call for your extension. Ask your administrator.',
        },
        other: (code) => `Voicenter refused the request (code ${code}). Ask your administrator.`,
        wrongServer:
          'Calls can’t be placed at this address. Check the calling server address in the settings.',
        unreadable: 'Voicenter’s response can’t be read.',
      },
      FAILURES,
    ),
    hangUp: 'Hang up',
    hangUpAsk: (extension: string): string => `This ends every call on extension ${extension}.`,
    hangUpAskMany: (count: number, extension: string): string =>
      `There are ${number(count)} calls on extension ${extension}. All of them will end.`,
    hangUpAll: 'End all calls',
    hangingUp: 'Hanging up, waiting for confirmation…',
    notHungUp: 'The call wasn’t ended.',
    hangUpUnknown: 'No response from Voicenter: the call may have ended. Ringside won’t try again.',
    hangUpUnconfirmed: 'The call is still active. Hang up on your phone.',
    link: 'This number comes from a link.',
    linksOff: 'Phone links are switched off in the settings.',
  },

  agent: {
    status: (status: AgentStatus): string =>
      status.word === 'unknown'
        ? status.number === null
          ? 'Status unknown'
          : `Status ${status.number}`
        : STATUSES[status.word],
    nobody: 'Nobody logged in',
    warning: {
      somebodyElse: (name: string, extension: string): string =>
        `${name} is logged in to your extension, ${extension}`,
      label: 'Warnings',
      someone: 'Someone else',
      ringsWhileAway: (status: string): string => `A call is ringing while your status is ${status}`,
    },
    location: {
      at: (extension: string): string => `now at ${extension}`,
      several: (extension: string, more: number): string => `now at ${extension} and ${more} more`,
      looking: 'finding where you are logged in',
      nowhere: (time: string): string => `not logged in anywhere since ${time}`,
    },
  },

  agentStatus: {
    title: 'Status',
    /** The current status, as a menu shows it. */
    now: (status: string): string => `Status: ${status}`,
    /** The button that opens the menu; it contains the current status. */
    change: (status: string): string => `Status: ${status}. Change status`,
    asked: (status: string): string => `Changing your status to ${status}…`,
    askedBlind: 'Request sent. Result unknown until Voicenter responds.',
    confirmed: (status: string): string => `Your status is now ${status}.`,
    refused: (status: string): string => `Your status wasn’t changed to ${status}.`,
    unconfirmed: (status: string): string =>
      `Voicenter doesn’t show your status as ${status}. It may not have been changed.`,
    why: notSetText(FAILURES, {
      'not-authorised': () =>
        'Voicenter doesn’t accept the code, or your user for this extension. Ask your administrator.',
      'no-extension': () => 'Voicenter can’t find this extension. Ask your administrator.',
      'in-use': () => 'Someone else is logged in to this extension.',
      'unknown-status': () => 'Your account doesn’t have this status. Ask your administrator.',
      'bad-request': (code) => `Voicenter couldn’t read the request (code ${code}).`,
      'their-fault': (code) => `Voicenter had a problem (code ${code}).`,
      other: (code) => `Voicenter couldn’t do this (code ${code}).`,
    }),
    dismiss: 'Dismiss',
    away: (status: string): string => `Your status is ${status}: calls may not reach you.`,
    loggedOut: 'You’re logged out: calls may not reach you.',
    /** A duration, such as 4:10. */
    awayFor: (time: string): string => `For ${time}`,
    inCall: 'You’re on a call. It may end if you log out now.',
    logOut: 'Log out now',
    stay: 'Stay logged in',
    unavailable: {
      'not-known': 'Your status can be changed once Ringside knows where you are logged in.',
      nowhere: 'You aren’t logged in. Log in at your phone or in Voicenter first.',
      'maybe-colleague':
        'Your organisation’s policy doesn’t say which extension is yours, so the status can’t be changed here.',
      'somebody-else': 'Someone else is logged in to this extension, so its status can’t be changed here.',
      'no-person': 'Voicenter doesn’t say whose extension this is, so its status can’t be changed.',
      code: 'Ringside isn’t allowed to send the code to the status server yet. Allow it in the settings, under Account.',
      stale: 'Your status can’t be changed without a connection to Voicenter.',
    },
    settings: {
      names: 'Names of the statuses',
      namesHint: 'If your account has renamed them. Leave a field empty for the usual name.',
    },
  },

  connection: {
    live: 'live',
    every: (seconds: number): string => `every ${seconds} s`,
    connecting: 'connecting',
    stale: 'not updating',
    refused: 'access denied',
    unknownExtension: 'extension not found',
    paused: 'not watching',
    asleep: 'The computer was asleep. Ringside is catching up.',
    noAccount: 'No account is set up yet.',
    connectingLong: 'Loading your calls…',
    staleSince: (time: string): string => `No connection since ${time}.`,
    checkNetwork: 'Check the network; Ringside keeps trying.',
    lastGood: (time: string): string => `Last updated at ${time}; may be out of date.`,
    unknownExtensionLong: (extension: string): string =>
      `Voicenter can’t find extension ${extension}, or the code is wrong; its response is the same either way. Check both in the settings.`,
    retry: 'Retry now',
    keychainWaits:
      'Waiting for this computer’s keychain: unlock it when it asks, and restart Ringside if this message stays.',
  },

  failure: connectionText(
    FAILURES,
    { limited: 'Ringside will continue automatically.', others: 'Ringside keeps trying.' },
    {
      incomplete:
        'Part of Voicenter’s response was missing. Ringside will wait for the next one before changing anything.',
      older: 'A response from Voicenter was older than the one before. Ringside will wait for the next one.',
    },
  ),

  copy: {
    number: 'Copy number',
    name: 'Copy name',
    did: 'Copy dialled number',
    ivrid: 'Copy call ID',
    card: 'Copy card',
    short: 'Copy',
    /** The name of the button that shows `short`, which is part of it. */
    shortName: 'Copy number',
    copied: 'Copied',
    failed: 'Not copied',
    more: 'More options',
  },

  card: {
    number: 'Number',
    name: 'Name',
    dialled: 'Dialled',
    status: 'Status',
    direction: 'Direction',
    began: 'Started',
    callId: 'Call ID',
  },

  calls: {
    title: 'Calls',
    live: 'Calls now',
    none: 'No calls now',
    noneHint: (extension: string): string => `As soon as ${extension} rings, the caller appears here.`,
    loggedOut: (extension: string): string =>
      `Logged out: calls may not reach ${extension} until you log in.`,
    noneWhileUnknown: 'Calls not loaded yet.',
    unfollowed: (count: number): string =>
      `The phone system reports more calls than one phone can take. ${counted(count, { one: '# isn’t', other: '# aren’t' })} shown.`,
    alertsWithheld: (count: number): string =>
      `${counted(count, { one: '# alert wasn’t', other: '# alerts weren’t' })} shown: too many within a minute.`,
    missed: 'Missed calls',
    missedAt: (time: string, rang: string): string => `missed · rang ${rang} · ${time}`,
    missedUnseen: (time: string): string => `missed · end unknown · ${time}`,
    clearMissed: 'Clear',
    toCallBack: (count: number): string => `${number(count)} to call back`,
    allSpokenTo: 'All done',
    /** The caller was spoken to after the missed call, whoever called whom. */
    spokenTo: (time: string): string => `spoken to at ${time}`,
    removeMissed: 'Remove from the list',
    removedMissed: (count: number): string => `${calls(count)} removed from the list.`,
    undo: 'Undo',
    newMissed: 'new',
    noneAt: (time: string): string => `No calls as of ${time}.`,
    earlierToday: 'Earlier today',
    deleted: (count: number): string => `${calls(count)} deleted.`,
  },

  /** Today at a glance. Times and durations are passed as text. */
  day: {
    calls: 'Calls',
    talk: 'Talk time',
    missed: 'Missed',
    total: (what: string, duration: string): string => `${what}: ${duration}`,
    /** What a ribbon shows, for a screen reader. */
    ribbon: (from: string, what: string): string => `Since ${from}: ${what}`,
  },

  alert: {
    ringing: (caller: string): string => `Ringing: ${caller}`,
    missed: (caller: string): string => `Missed call: ${caller}`,
    missedBody: (time: string, rang: string): string => `${time}, rang ${rang}`,
    /** It rang before a span in which Ringside wasn't watching. */
    missedUnseen: (from: string, to: string): string =>
      from === to ? `${to}, end unknown` : `between ${from} and ${to}, end unknown`,
    /** Missed calls that were found in the call log later. */
    logged: (time: string): string => `${time}, found in the call log`,
    loggedMany: (count: number): string => `${number(count)} missed calls found in the call log`,
    transferred: 'transferred to you',
    /** After a pause of the alerts: how many calls rang, and were missed. */
    rang: (count: number): string => many(count, 'call rang', 'calls rang'),
    rangMissed: (count: number): string => `${number(count)} missed`,
    whilePaused: 'While alerts were paused',
    testTitle: 'Ringside test alert',
    testBody: 'This is what a ringing call will look like.',
  },

  /** Queues and their waiting callers. Times are passed as text. */
  queues: {
    summary: (queues: number, waiting: number): string =>
      `${many(queues, 'queue', 'queues')} · ${number(waiting)} waiting`,
    unnamed: (id: string): string => `Queue ${id}`,

    firstWaiting: (queue: string): string => `A caller is waiting in ${queue}`,
    thresholdReached: (queue: string, threshold: string): string =>
      `${queue}: a caller has waited ${threshold}`,
    longQueue: (queue: string, value: number): string => `${queue}: ${callers(value)}`,
    waiting: (value: number, longest: string): string => `${number(value)} waiting, longest ${longest}`,

    waitingNow: (value: number): string => `${number(value)} waiting`,
    longest: 'longest',
    nobody: 'Nobody is waiting',
    nobodyHint: 'Waiting callers appear here, longest wait first.',
    nobodyAt: (time: string): string => `Nobody was waiting as of ${time}.`,
    reading: 'Loading the queues…',
    notKnown: 'Queues not loaded yet.',
    noQueues: 'The account has no queues',
    noneChosen: 'None of the chosen queues was found',
    nextBreach: (threshold: string, rest: string): string => `next over ${threshold} in ${rest}`,
    breached: (threshold: string, value: number): string => `${number(value)} over ${threshold}`,
    notListed: (value: number): string => `and ${number(value)} more`,

    search: 'Search queues by name',
    notFound: 'No matches',
    showAll: 'Show all queues',

    staleSince: (time: string): string => `Queues not updated since ${time}.`,
    refused: 'Voicenter doesn’t allow access to the queues.',
    lastGood: (time: string): string => `Last updated at ${time}.`,
    callsGoOn: 'Your calls are still watched.',
    unknown: (ids: string): string =>
      `Queues not found in the account: ${ids}. Check the queues in the settings.`,
    repeated: (queues: string): string =>
      `Voicenter lists ${queues} more than once. Ringside shows each queue once, with all its callers.`,
    gone: (queues: string): string => `Voicenter no longer lists ${queues}.`,

    settings: {
      title: 'Queues',
      which: 'Show',
      choices: { all: 'All queues', chosen: 'Only these' },
      ids: 'Queue IDs',
      idsHint: 'Separate with commas. Leave empty to show none.',
      known: (queues: string): string => `Available: ${queues}`,
      thresholds: 'Different limits for some queues',
      thresholdsHint: 'Queue ID and seconds, such as 11: 60, 12: 300',
      quiet: 'One alert per queue and reason, and only while you are logged in.',
    },
  },

  /**
   * The team, where the followed person is logged in, and likely problems at the agent's extension. Times are passed as
   * text.
   */
  team: {
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
    seenSince: (time: string): string => `since at least ${time}`,
    unnamed: 'No name',
    moreCalls: (value: number): string => many(value, 'more call', 'more calls'),
    copy: { extension: 'Copy extension', caller: 'Copy number' },
    detail: { extension: 'Extension', status: 'Status', caller: 'Caller', name: 'Name' },

    reading: 'Loading the team…',
    notKnown: 'Team not loaded yet.',
    off: 'The team view is switched off.',
    none: 'No extensions',
    noneHint: 'All extensions in your organisation appear here.',
    notFound: 'No matches',
    notFoundHint: (hidden: number): string =>
      `${many(hidden, 'person is', 'people are')} hidden because they are logged out.`,
    showAll: 'Show everyone',

    staleSince: (time: string): string => `Team not updated since ${time}.`,
    refused: 'Voicenter doesn’t allow access to the whole team.',

    settings: {
      title: 'Team',
      wideWarning: 'This shows you everyone who calls your organisation.',
      person: 'Follow a person, by user ID',
      personHint: 'Leave empty to watch the account’s extension, whoever is logged in.',
      personNeedsWide: 'You can follow a person only while watching all extensions.',
      budgetHint: (value: number): string =>
        `At most ${value} requests per minute in total: your calls, the queues and the team.`,
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
    endPause: 'Resume alerts',
    demo: 'simulated calls',
  },

  policy: {
    unreadable: (location: string, fault: string): string =>
      `The policy ${location} ${fault}. It is ignored; other settings apply. Contact your administrator.`,
    faults: {
      missing: 'is missing',
      refused: 'can’t be read',
      'no-answer': 'couldn’t be read in time',
      'open-to-others': 'can be changed by non-administrators',
      'owner-unknown': 'has permissions that can’t be checked',
      'not-json': 'isn’t valid JSON',
      'not-an-object': 'isn’t a list of settings',
    },
    ignored: (location: string): string =>
      `The policy ${location} is ignored: this computer has its own policy.`,
    conflict: (key: string, by: string, over: string): string =>
      `Two policies set “${key}” differently: ${by} wins over ${over}.`,
    sources: {
      'named-file': 'the specified policy file',
      computer: 'the computer policy',
      user: 'the user policy',
      file: 'the policy file',
    },
  },

  stay: {
    closed: 'Ringside keeps running in the tray.',
    windowFailed: 'The window keeps crashing; open it again. Calls are still watched.',
    watchStopped: 'Watching stopped and was restarted.',
    keychainWaits: 'Waiting for the keychain',
    restarted: 'Ringside crashed and has restarted. Your calls are watched again.',
    stopped: 'Ringside has stopped',
    stoppedWhy:
      'It crashed twice within five minutes, so your calls are not being watched. Start it again. If it stops again, contact your administrator.',
  },

  firstRun: {
    connect: 'Connect your account',
    connectHint:
      'Ask your administrator for these. The code is stored in this computer’s keychain and never shown again.',
    connectHintPlain:
      'Ask your administrator for these. This computer has no keychain, so the code is stored in a file that other users may be able to read.',
    connectHintUnavailable:
      'This computer can’t store the code safely, so you must enter it each time Ringside starts.',
    code: 'API code',
    codeStored: 'Stored. Type to replace it.',
    codeStoredPlain:
      'Stored in a file that other users may be able to read: this computer has no keychain. Type to replace it.',
    codeStoredLater: 'Remembered for now; it will be stored once the keychain opens. Type to replace it.',
    codeStoredNowhere: 'Remembered until you quit: this computer can’t store it safely. Type to replace it.',
    extension: 'Extension (SIP code)',
    extensionExample: 'such as SIPSIP2; case-sensitive',
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
      `Voicenter can’t find extension ${extension}, or the code is wrong; its response is the same either way. Check both; they are case-sensitive.`,
    noCode: 'Enter the code first.',
    noExtension: 'Enter the extension first.',
    demoTitle: 'No account yet?',
    demoHint: 'Explore with a simulated call centre on this computer.',
    tryDemo: 'Try the demo',
    demoFailed: 'The simulated call centre couldn’t be started.',
  },

  demo: {
    banner: 'Demo: simulated calls',
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
      book: 'Back to the address book',
    },
    welcome: 'Welcome to Ringside',
    tagline: 'See who is calling, the moment it rings',
    titles: {
      history: 'History',
      queues: 'Queues',
      team: 'Team',
      settings: 'Settings',
      report: 'Watching report',
      book: 'Address book',
    },
    waiting: callers,
  },

  /** The agent's own names for callers. */
  book: {
    entries: (count: number): string => many(count, 'entry', 'entries'),
    search: 'Search name, company or number',
    newEntry: 'New…',
    import: 'Import…',
    export: 'Export',
    importing: 'Importing…',
    none: 'No entries yet',
    noneHint: 'Add a name here or on a call, or import a CSV or vCard file.',
    notFoundHint: 'Search for part of a name, company, note or number.',
    hidden: 'The address book is hidden while privacy is on.',
    editEntry: (name: string): string => `Edit ${name}`,
    remove: (name: string): string => `Remove ${name}`,
    removed: (name: string): string => `${name} removed.`,
    undo: 'Undo',
    /** Another entry has the same number, and one of the two names is shown. */
    sharedShown: (names: string): string => `Same number as ${names}; this name is shown`,
    sharedHidden: (names: string): string => `Same number as ${names}, whose name is shown`,
    form: {
      newTitle: 'New entry',
      editTitle: 'Edit entry',
      name: 'Name',
      company: 'Company',
      numbers: 'Numbers',
      numbersHint: 'One per line, in any format',
      note: 'Note',
      save: 'Save',
      cancel: 'Cancel',
      noName: 'Enter a name or a company.',
      noNumber: 'Enter a phone number.',
      gone: 'This entry no longer exists.',
    },
    notSaved: {
      full: 'Not saved: the disk is full.',
      'read-only': 'Not saved: the address book’s folder is read-only. Contact your administrator.',
      locked: 'Not saved: another program has the address book open. Try again.',
      newer: 'Not saved: the address book was saved by a newer version of Ringside.',
      unknown: 'Not saved: the address book can’t be written. Try again.',
    },
    trouble: {
      setAside: (file: string): string =>
        `The address book couldn’t be read. It was renamed to ${file}, and a new one was started.`,
      newer: 'The address book was saved by a newer version of Ringside, and can’t be opened.',
      unavailable: 'The address book can’t be opened. Ringside keeps trying.',
    },
    imported: {
      added: (count: number): string => `Imported ${number(count)}`,
      updated: (count: number): string => `${number(count)} completed`,
      known: (count: number): string => `${number(count)} already there`,
      withoutNumber: (count: number): string => `${number(count)} without a number`,
      withoutName: (count: number): string => `${number(count)} without a name`,
      shortened: (count: number): string => `${number(count)} too long and cut off`,
    },
    shared: (count: number): string =>
      `${many(count, 'number has', 'numbers have')} several names; the one saved last is shown.`,
    unreadable: {
      'no-access': 'The file couldn’t be opened.',
      empty: 'The file has no entries.',
      'too-large': 'The file is over 50 MB. Export it without pictures.',
      workbook: 'This is a spreadsheet. Save it as CSV there, then import that.',
      'not-a-list': 'This is neither a CSV nor a vCard file.',
      'no-numbers': 'The file has no column with phone numbers.',
      'too-many': 'These are more entries than an address book can have (50,000).',
    },
    exportFailed: 'The address book couldn’t be saved. Choose another folder, or check the disk.',
  },

  /** The history of calls: its view, what happened to its file, and what it knows about a caller. */
  story: {
    nthToday: (count: number): string => `${count}${ORDINAL_ENDINGS[ordinals.select(count)]} call today`,
    nthInWeek: (count: number): string => `${count}${ORDINAL_ENDINGS[ordinals.select(count)]} call in 7 days`,
    /** After `nthToday`: how many calls that makes within seven days. */
    inWeek: (count: number): string => `${number(count)} in 7 days`,
    firstToday: 'First call today',
    missedToday: (count: number): string => `${number(count)} missed`,
    earlier: (count: number): string => `${number(count)} earlier`,
    last: (when: string): string => `last ${when}`,
    withYou: 'with you',
    withOther: (agent: string): string => `with ${agent}`,
    missed: 'missed',
    unanswered: 'not answered',
    unknown: 'outcome unknown',
  },
  note: {
    label: 'Note',
    saving: 'Saving…',
    saved: 'Saved',
    held: 'Not saved yet; Ringside keeps trying.',
    failed: 'Not saved. Ringside will retry as you type.',
    gone: 'Not saved: this call is no longer in the history.',
    quoted: (note: string): string => `“${note}”`,
  },
  times: {
    today: 'Today',
    yesterday: 'Yesterday',
    duration: time.exact,
    roughly: time.roughly,
  },
  history: {
    storedFor: (count: number): string => `kept for ${days(count)}`,
    keepHint: 'Older calls are deleted, with their notes.',
    more: 'More',
    calls,

    search: 'Search number, name or note',
    filter: 'Show',
    filters: { all: 'All', missed: 'Missed', incoming: 'Incoming', outgoing: 'Outgoing', muted: 'Muted' },
    mutedOnly: 'Recording muted',

    reading: 'Loading…',
    readMore: 'Show more',
    none: 'No calls yet',
    noneHint: 'Calls are saved here when they end, with ring and talk times.',
    notFound: 'No matches',
    notFoundHint: 'Search for a number in any format, or for part of a name or note.',
    showAll: 'Show all calls',
    found: (count: number, more: boolean): string => (more ? `More than ${calls(count)}` : calls(count)),

    missed: 'missed',
    unanswered: 'not answered',
    ended: 'ended',
    answeredBy: (name: string): string => `answered by ${name}`,
    transferredBy: (name: string): string => `transferred from ${name}`,
    transferredTo: (name: string): string => `transferred to ${name}`,
    lost: 'outcome unknown',
    live: 'now',
    call: 'call',
    rang: (duration: string): string => `rang ${duration}`,
    dialed: (duration: string): string => `dialled ${duration}`,
    endNotSeen: 'end unknown',
    recordingMuted: 'recording muted',

    detail: {
      timeline: 'Timeline',
      parts: {
        rang: 'Rang',
        dialed: 'Dialled',
        talked: 'Talked',
        held: 'On hold',
        'recording-muted': 'Recording muted',
      },
      lasts: 'now',
      unseenAnswer: 'Already connected when Ringside first saw it.',
      endNotSeen: (time: string): string =>
        `End unknown: Ringside last saw this call at ${time}, and it was gone when watching resumed.`,
      dialled: 'Dialled',
      callId: 'Call ID',
      agent: 'Agent',
      label: 'Label',
      recordingFile: 'Recording',
      transferredFrom: 'Transferred from',
      transferredTo: 'Transferred to',
      unlistedCall: 'call ID',
    },

    forget: {
      ask: 'Delete this caller…',
      counting: 'Counting calls…',
      confirm: (count: number, caller: string): string =>
        `${calls(count)} with ${caller} will be deleted, including notes. This can’t be undone.`,
      confirmOwn: (count: number, caller: string): string =>
        `${calls(count)} with ${caller} will be deleted, including notes and this number in your address book. This can’t be undone.`,
      yes: 'Delete',
      no: 'Cancel',
      notDeleted:
        'The calls weren’t deleted: the history or the address book can’t be changed at the moment. Try again later.',
      failed: 'Ringside didn’t respond. The calls may or may not have been deleted.',
    },

    export: {
      show: 'Show in folder',
      csv: 'Export as CSV',
      json: 'Export as JSON',
      writing: 'Saving the file…',
      done: (file: string): string => `Saved to ${file}.`,
      failed: 'The history couldn’t be saved. Choose another folder, or check the disk.',
    },

    trouble: {
      quarantineFile: (file: string): string =>
        `The history couldn’t be read. It was renamed to ${file}, and a new one was started.`,
      newer: (file: string): string =>
        `The history was saved by a newer version of Ringside. It was renamed to ${file}, and a new one was started.`,
      memory: {
        'read-only':
          'Calls and notes can’t be saved: the history folder is read-only. Ringside holds them in memory and keeps trying. Contact your administrator.',
        full: 'Calls and notes can’t be saved: the disk is full. Ringside holds them in memory until there is space.',
        locked:
          'Calls and notes can’t be saved yet: another program has the history open. Ringside holds them in memory until it is free.',
        unknown: 'Calls and notes can’t be saved. Ringside holds them in memory and keeps trying.',
      },
    },
  },

  /** What Voicenter's call log adds to the history, some minutes after a call. Times and durations are passed as text. */
  callLog: {
    hint: 'Some minutes after a call, Voicenter’s call log shows what Ringside couldn’t see: calls during a gap, and how they ended.',
    status: {
      never: 'Not read yet.',
      readAt: (time: string): string => `Last read at ${time}.`,
      nextAt: (time: string): string => `Next at about ${time}.`,
      reading: 'Reading the call log…',
      noAddress: 'The code may not be sent to the call log’s server yet. Allow it under Account.',
      missing: 'Part of the call log’s response was missing.',
      leftOut: (count: number): string =>
        `${counted(count, { one: '# record', other: '# records' })} couldn’t be read.`,
      readNow: 'Read now',
    },
    unseen: 'from the call log',
    endFilledIn: 'end from the call log',
    corrected: 'corrected from the call log',
    talked: (duration: string): string => `talked ${duration}`,
    notTalked: 'nobody talked',
    noColleague: 'no colleague answered',
    /** An opened call: what the log says, and what Ringside saw, where they differ. */
    says: (what: string): string => `The call log says: ${what}.`,
    saw: (what: string): string => `Ringside saw: ${what}.`,
    added: (time: string): string => `Ringside wasn’t watching; the call log added this call at ${time}.`,
    completed: (time: string): string => `Completed from the call log at ${time}.`,
    recording: 'Open the recording',
    opened: 'Opened',
    notOpened: 'The recording couldn’t be opened.',
    failure: callLogFailure(FAILURES, {
      limited: 'Voicenter is limiting requests for the call log.',
      wrongShape: 'The response is not a call log. Check the call log server address in the settings.',
      tooLarge: 'The call log is unexpectedly large. Check the call log server address in the settings.',
      timeout: 'The call log didn’t respond within 30 seconds.',
      unknownRequest: (status) =>
        `The server doesn’t recognise the request for the call log (HTTP ${status}). Check the call log server address in the settings.`,
      dates: 'The call log doesn’t accept the dates of the request. Check this computer’s clock.',
    }),
  },

  /** The watching report, and what Ringside has worked out about the clocks. */
  report: {
    hint: 'How quickly you were alerted to each ring, and when Ringside wasn’t watching.',
    open: 'Open the report',
    span: 'Days',
    spans: { today: 'Today', week: '7 days' },
    alerts: 'Alerts',
    noRings: 'No rings in this period.',
    alerted: (alerted: number, rings: number): string =>
      `Alerts for ${number(alerted)} of ${many(rings, 'ring', 'rings')}`,
    delay: 'From ring to alert',
    half: 'Median',
    most: '95% within',
    worst: 'Slowest',
    noDelays: 'No alerts were shown, so there is nothing to measure.',
    seconds: (value: string): string => `${value}\u00a0s`,
    floor: (pollSeconds: number): string =>
      `A ring is seen up to ${pollSeconds}\u00a0s late: Ringside checks every ${pollSeconds}\u00a0s, and Voicenter reports times in whole seconds.`,
    notShown: 'Not shown',
    outcomes: {
      refused: 'blocked by this computer: Ringside’s notifications are off',
      failed: 'the system couldn’t show it',
      unsupported: 'this computer doesn’t support notifications',
      'no-answer': 'the system didn’t confirm that it was shown',
      paused: 'alerts were paused',
      off: 'alerts are off in the settings',
    },
    noOutcome: 'unknown',
    blind: 'Not watching',
    noBlind: 'No gaps.',
    blindSum: (spans: number, duration: string): string =>
      `${many(spans, 'gap', 'gaps')}, ${duration} in total`,
    blindSpan: (from: string, to: string, why: string): string =>
      `not watching from ${from} to ${to}: ${why}`,
    blindNow: (from: string, why: string): string => `not watching since ${from}: ${why}`,
    reasons: {
      asleep: 'computer asleep',
      refused: 'Voicenter denied access',
      limited: 'Voicenter limited requests',
      faulty: 'Voicenter had a problem',
      malformed: 'Voicenter’s responses couldn’t be read',
      unreachable: 'Voicenter couldn’t be reached',
      'not-running': 'Ringside wasn’t running',
    },
    coverage: 'Calls, day by day',
    coverageHint:
      'Which calls Ringside saw itself, which the call log added or completed, and which are still open.',
    noCoverage: 'No calls in this period.',
    seen: (count: number): string => `${number(count)} seen`,
    filledIn: (count: number): string => `${number(count)} from the call log`,
    stillOpen: (count: number): string => `${number(count)} with an unknown outcome`,
    /** A duration in which nothing was watched, and which no response of the call log covers. */
    openTime: (duration: string): string =>
      `Calls may be missing: ${duration} neither watched nor in the call log yet.`,
    failed: 'The report couldn’t be loaded.',

    clock: {
      title: 'Clock',
      hint: 'Voicenter reports times by the account’s own clock. This is what Ringside worked out about it.',
      unknown: 'Nothing is known about the account’s clock yet.',
      ahead: (duration: string): string => `The account’s clock is ${duration} ahead of UTC`,
      behind: (duration: string): string => `The account’s clock is ${duration} behind UTC`,
      same: 'The account’s clock is set to UTC',
      sources: {
        zone: 'from the time zone in the settings; not confirmed by a call yet',
        stamp: 'from a call’s time, which can’t be in the future',
        ring: 'from a call that started',
        answered: 'from an answered call',
        queue: 'from a waiting caller',
      },
      believed: (offset: string, source: string): string => `${offset} (${source}).`,
      since: (time: string): string => `Known since ${time}.`,
      duration: time.about,
      right: 'This computer’s clock is accurate to the second.',
      slow: (duration: string): string => `This computer’s clock is ${duration} slow. Timers are corrected.`,
      fast: (duration: string): string => `This computer’s clock is ${duration} fast. Timers are corrected.`,
    },
  },

  /** Templates: their errors, the names of their fields, and the names of the default templates. */
  crmPage: {
    /** Why a rule’s address isn't opened. */
    urls: {
      template: 'A field in the address has an error.',
      scheme:
        'The address must start with https://. Only your organisation’s own rules can open other kinds.',
      script: 'Addresses of this kind can run code, so they are never opened.',
      'no-host': 'Enter https:// and a host name, such as https://crm.example.com/.',
      backslash: 'The address contains a backslash.',
      'control-character': 'The address contains a space or an invisible character.',
      'user-info': 'The address contains a user name or password.',
      'host-not-ascii': 'The host name has letters outside a–z. Write its xn-- form.',
      'field-in-host': 'The host name can’t contain a field: otherwise callers could decide where it leads.',
      port: 'The rule doesn’t allow this port.',
      'host-not-listed': 'The rule doesn’t allow this host.',
      'not-a-url': 'With this call’s values, this is not a valid address.',
      'path-changed': 'A value from this call would lead to a different page.',
      'too-long': 'With this call’s values, the address is too long to open.',
      'no-number': 'This caller has no number in the format the address needs.',
    },
    open: 'Open in CRM',
    openWith: 'Open in CRM with…',
    opened: 'Opened',
    answers: {
      failed: 'This computer couldn’t open the page. Check the default browser.',
      'no-such-rule': 'No rule matches this call. Check the rules in the settings.',
      'no-such-call': 'This call is no longer available.',
    },
  },
  templates: {
    title: 'Templates',
    names: { number: 'Number', card: 'Card', crmLine: 'CRM line', json: 'JSON' },
    labels: { lasted: 'Talk time', queue: 'Queue', waited: 'Waited', recording: 'Recording' },
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
      'phone|national': 'the number in national format',
      'phone|digits': 'the number’s digits only',
      name: 'the name of the caller or line',
      client: 'the customer’s name, by your organisation’s server',
      company: 'the customer’s company, likewise',
      did: 'the dialled number',
      ivrid: 'the call ID',
      direction: 'incoming or outgoing',
      status: 'the call’s state, or how it ended',
      started: 'when it started',
      duration: 'the talk time',
      agent: 'the logged-in agent',
      extension: 'the extension',
      queue: 'the queue the caller waited in',
      waited: 'how long the caller waited',
      recording: 'recorded or muted',
    } satisfies Record<Field, string>,
    customData: 'custom data sent with the call, by key',

    editor: {
      title: 'Copy templates',
      hint: 'Ways to copy a call. The first one is the default.',
      default: 'default',
      add: 'Add template',
      newName: 'New template',
      name: 'Name',
      format: 'Output',
      formats: { text: 'Text', json: 'JSON' },
      template: 'Template',
      fields: 'Fields',
      fieldsHint: 'Click to insert at the cursor.',
      key: 'Shortcut in this window',
      keyHint: 'Copies the focused call, otherwise the first one.',
      up: (name: string): string => `Move ${name} up`,
      down: (name: string): string => `Move ${name} down`,
      remove: (name: string): string => `Delete ${name}`,
      restore: 'Restore default templates',
      restoreAsk: 'Your own templates will be deleted. This can’t be undone.',
      restoreYes: 'Restore',
      restoreNo: 'Keep mine',
      preview: { last: 'Preview with the last call', sample: 'Preview with a sample call' },
      empty: 'This call has none of these details, so there is nothing to copy.',
      notJson: 'The output isn’t valid JSON. Check quotes, commas and braces. To show a brace, write {{.',
      position: (line: number, character: number): string =>
        `Line ${number(line)}, character ${number(character)}`,
      notSaved: {
        name: 'Not saved: enter a name.',
        doubled: 'Not saved: another template has this name.',
        empty: 'Not saved: the template is empty.',
        error: 'Fix the error to save.',
        key: 'Not saved: this is not a valid key.',
      },
    },

    /** `at` counts characters from 1. */
    error: (what: string, at: number): string => `Character ${at}: ${what}`,
    errors: {
      unclosed: 'The field has no closing brace. To show a brace, write {{.',
      'stray-close': 'Unexpected }. To show a brace, write }}.',
      'empty-field': 'There is no field name in the braces.',
      'unknown-field': 'There is no such field.',
      'unknown-form': 'This field has no such format.',
      'no-key': 'Name the custom data, as in {customdata.KEY}.',
      'too-long': 'The template is too long; the rest is ignored.',
    },

    /** About an entry that isn't used: a copy template, a rule. */
    problem: (path: string, what: string): string => `${path} ${what}; the whole entry is ignored.`,
    problems: {
      'wrong-type': 'has the wrong type',
      missing: 'is missing',
      'unknown-key': 'is not recognised',
      'unknown-word': 'is not an allowed value',
      'out-of-range': 'is empty or too long',
      duplicate: 'has the same name as an earlier entry',
      'too-many': 'exceeds the maximum',
      template: 'has an error',
      'not-json': 'isn’t valid JSON',
      'not-a-host': 'must be host names such as crm.example.com',
      url: 'is not an address that Ringside can open',
    },
  },

  /** CRM pages that open for a call, and the rules for them. */
  pages: {
    title: 'CRM pages',
    hint: 'A rule opens a CRM page for a call: automatically, once per call, or manually from the card, history or tray.',
    none: 'No rules yet, so no pages open.',
    triggers: {
      ringing: 'when it rings',
      answered: 'when answered',
      ended: 'when it ends',
      'by-hand': 'only manually',
    },
    /** The status of a rule that isn't being edited. */
    dry: {
      last: 'For the last call',
      sample: 'For a sample call',
      opens: 'would open',
      nothing: 'would not open:',
      unfit: {
        direction: 'doesn’t match: direction',
        did: 'doesn’t match: dialled number',
        queue: 'doesn’t match: queue',
        prefix: 'doesn’t match: start of the number',
        withheld: 'doesn’t match: number shown or withheld',
        known: 'doesn’t match: known or new caller',
        customdata: 'doesn’t match: custom data',
      },
      failed: 'Couldn’t work out what would open.',
    },
    /** Why a page didn't open automatically. */
    trouble: (time: string, what: string): string => `Not opened at ${time}. ${what}`,
    tooMany: 'Too many pages opened within a minute.',
    notStored: 'Ringside couldn’t save a record of it first. Check the disk.',

    add: 'Add rule',
    edit: (rule: string): string => `Edit ${rule}`,
    remove: (rule: string): string => `Delete ${rule}`,
    up: (rule: string): string => `Move ${rule} up`,
    down: (rule: string): string => `Move ${rule} down`,
    save: 'Save rule',
    cancel: 'Cancel',
    name: 'Name',
    nameHint: 'As shown in the menu, such as Customer card',
    trigger: 'Opens',
    url: 'Address',
    urlHint: 'Such as https://crm.example.com/customer?phone={phone|e164}',
    insert: 'Insert a field:',
    hosts: 'Allowed hosts',
    hostsHint: 'Separate with commas. No other host is ever opened, whatever a caller sends.',
    allow: (host: string): string => `Allow ${host}`,
    conditions: 'Only for some calls',
    conditionsHint: 'A call must match everything you fill in. Empty fields match every call.',
    direction: 'Direction',
    directionHint: 'None selected means any.',
    did: 'Dialled number',
    queue: 'Queue or line',
    linesHint: 'One per line',
    prefix: 'Caller’s number starts with',
    prefixHint: '+9725 with the country code, 05 without',
    number: 'Caller’s number',
    numbers: { any: 'Any', shown: 'Shown', withheld: 'Withheld' },
    known: 'Caller',
    knowns: { any: 'Any', known: 'Called before', unknown: 'New' },
    customdata: 'Custom data',
    customdataHint: 'One per line: key=value, such as lang=he; * matches any value',
    severalHint: 'Separate with commas',
    /** What is wrong in a field. */
    errors: {
      'wrong-type': 'This value can’t be used.',
      missing: 'Fill this in.',
      'not-a-pair': 'Write key=value on each line.',
      'unknown-key': 'This value can’t be used.',
      'unknown-word': 'This value can’t be used.',
      'out-of-range': 'Empty, too long, or without digits.',
      duplicate: 'Another rule has this name.',
      'too-many': 'Too many.',
      'not-a-host': 'Write full host names, such as crm.example.com, without https:// or *.',
    },
  },

  /** Events sent to the organisation's server. Times are passed as text. */
  webhook: {
    title: 'Webhook',
    hint: 'Sends call events, with the caller’s number, to an address of your organisation. Each event is signed.',
    on: 'Send events',
    url: 'Address',
    urlHint: 'https://, or http:// on this computer',
    urlBad: 'Enter an address that starts with https://, without a user name or password.',
    events: 'Events',
    eventNames: {
      ringing: 'Ringing',
      dialing: 'Dialling',
      answered: 'Answered',
      held: 'On hold',
      resumed: 'Resumed',
      'recording-muted': 'Recording muted',
      'recording-unmuted': 'Recording resumed',
      ended: 'Ended',
    },
    noEvents: 'Choose at least one event.',
    once: 'Never send an event twice (some may be lost)',

    secret: 'Signing secret',
    secretHint: 'The receiver needs the same secret. It is stored like the API code and never shown again.',
    secretStates: {
      none: 'No secret yet. Nothing is sent until you add one.',
      stored: 'Secret saved.',
      policy: 'Your organisation has set the secret.',
    },
    saveSecret: 'Save secret',
    replaceSecret: 'Replace secret',
    removeSecret: 'Remove secret',
    secretSaved: 'Secret saved.',
    secretRemoved: 'Secret removed. Nothing more is sent.',
    secretNotStored: 'In use until you quit: it can’t be stored while the keychain isn’t available.',
    secretNotSaved: 'The secret couldn’t be saved.',

    status: 'Status',
    off: 'Switched off: nothing is sent.',
    demo: 'In the demo, events are sent only to this computer, so nothing is sent now.',
    nothing: 'Nothing sent yet. The next call event will be sent.',
    delivered: (count: number): string => many(count, 'event delivered', 'events delivered'),
    last: (time: string): string => `last at ${time}`,
    waiting: (count: number): string => `${number(count)} waiting`,
    lost: (count: number): string => many(count, 'event lost', 'events lost'),
    retrying: (why: string, time: string): string => `${why} Next try at ${time}.`,
    gaveUp: (event: string, time: string): string => `${event}, ${time}:`,
    queueFull: 'Too many events were waiting; the oldest was dropped.',
    notStored: 'Not sent, because Ringside couldn’t save a record of it. Check the disk.',
    failure: failureText({
      address: 'The receiver refused the event.',
      code: 'The receiver refused the event. Check the secret on both sides.',
      limited: 'The receiver is limiting events.',
      unknownRequest: (status) =>
        status === 401 || status === 403
          ? `The receiver refused the event (HTTP ${status}). Check the secret on both sides.`
          : `The receiver didn’t accept the event (HTTP ${status}). Check the address.`,
      httpFault: (status) => `The receiver has a problem (HTTP ${status}).`,
      ownFault: (err) => `The receiver has a problem (error ${err}).`,
      malformed: {
        'not-json': 'The receiver’s response can’t be read.',
        'web-page': 'A web page responded instead of the receiver.',
        'wrong-shape': 'The receiver’s response can’t be read.',
        'too-large': 'The receiver’s response is unexpectedly large.',
        'cut-short': 'The receiver’s response was cut off.',
        redirect:
          'The receiver redirects to another address, which Ringside doesn’t follow. Enter the new address here.',
      },
      unreachable: {
        dns: 'The address can’t be found. Check for typos.',
        'connection-refused': 'The receiver refused the connection. Is it running?',
        'connection-lost': 'The connection to the receiver was lost.',
        tls: 'The connection to the receiver is not secure, so nothing was sent. Its certificate needs fixing.',
        'proxy-login': PROXY_LOGIN,
        timeout: 'The receiver didn’t respond within 8 seconds.',
        'insecure-url': 'The address doesn’t use https, so nothing was sent.',
        aborted: 'Sending was cancelled.',
        network: 'The receiver couldn’t be reached. Check the network.',
      },
    }),
  },

  /** Notes, and the one-click labels for how a call went. */
  callers: {
    /** Where a name comes from. */
    sources: {
      own: 'from your address book',
      crm: 'from your organisation’s server',
      api: 'received with the call',
    },
    matches: (count: number): string => many(count, 'matching customer', 'matching customers'),
    noMatch: 'No matching customer',
    customer: 'Customer',
    openPage: 'Customer page',
    addToBook: 'Add to address book…',
    editInBook: 'Edit name…',
  },

  /** The organisation's endpoint that says who is calling. */
  popupScreen: {
    title: 'Caller names from your organisation',
    hint: 'Your organisation’s server for Voicenter’s browser extension (Popup Screen) says who is calling. Ringside sends it each call’s number when the call rings, is answered and ends.',
    privacyHint: 'Privacy mode hides its responses; the requests are still sent.',
    extensionHint:
      'While the browser extension is running too, the server is called twice. Turn off Popup Screen there.',
    urlHint: 'https://, or http:// on this computer. Keep it secret: it is all the server checks.',
    urlBad: 'Enter an address that starts with https://, without a user name or password.',
    hosts: 'More hosts of customer pages',
    hostsHint:
      'Separate with commas. Pages on the server’s own host and on those of your CRM rules always open.',
    hostsBad: 'Enter host names such as crm.example.com.',
    minutesHint: 'So that the next alert has the name at once. 0 for none.',
    orders: {
      'own-first': 'Address book, organisation, call',
      'crm-first': 'Organisation, address book, call',
      'api-first': 'Call, address book, organisation',
    },
    status: 'Status',
    off: 'No address set: numbers are shown without names.',
    demo: 'In the demo, calls are sent only to this computer, so nothing is sent now.',
    nothing: 'Nothing sent yet. The next call will be sent.',
    answered: (responses: string, requests: string): string =>
      `${responses} of ${requests} requests answered`,
    last: (time: string, seconds: string): string => `last at ${time} (${seconds} s)`,
    tryNow: 'Try now',
    trying: 'Waiting for the response…',
    tried: { last: 'For the last call:', sample: 'For a sample call:' },
    inSeconds: (seconds: string): string => `after ${seconds} s`,
    nobody: 'The response has no name.',
    page: (host: string): string => `page on ${host}`,
    notOk: (status: string): string => `The server reports an error: “${status}”.`,
    notStored: 'Not sent, because Ringside couldn’t save a record of it. Check the disk.',
    tooMany: 'More than 60 requests within a minute: some calls are sent later or not at all.',
    problems: {
      'no-name': 'The name in the response has no letters, so it isn’t shown.',
      markup: 'The name in the response contains HTML, which is shown as text.',
      'not-a-count': 'TOTAL in the response isn’t a number.',
    },
    hostRefused: 'The customer page isn’t opened: its host isn’t listed here.',
    pageRefused: (why: string): string => `The customer page isn’t opened: ${why}`,
    failure: failureText({
      address: 'The server refused the request. It may accept only some computers.',
      code: 'The server requires a login, which Ringside can’t do.',
      limited: 'The server is limiting requests.',
      unknownRequest: (status) => `The server didn’t accept the request (HTTP ${status}). Check the address.`,
      httpFault: (status) => `The server has a problem (HTTP ${status}).`,
      ownFault: (err) => `The server has a problem (error ${err}).`,
      malformed: {
        'not-json': 'The server’s response can’t be read.',
        'web-page': 'A web page responded instead of the server, perhaps for a login. Check the address.',
        'wrong-shape': 'The server’s response has no STATUS. Check the address.',
        'too-large': 'The server’s response is unexpectedly large.',
        'cut-short': 'The server’s response was cut off.',
        redirect:
          'The server redirects to another address, which Ringside doesn’t follow. Enter the new address here.',
      },
      unreachable: {
        dns: 'The address can’t be found. Check for typos.',
        'connection-refused': 'The server refused the connection. Is it running?',
        'connection-lost': 'The connection to the server was lost.',
        tls: 'The connection to the server is not secure, so nothing was sent. Its certificate needs fixing.',
        'proxy-login': PROXY_LOGIN,
        timeout: 'The server didn’t respond within 3 seconds.',
        'insecure-url': 'The address doesn’t use https, so nothing was sent.',
        aborted: 'The request was cancelled.',
        network: 'The server couldn’t be reached. Check the network.',
      },
    }),
  },

  outcomes: {
    title: 'Notes and labels',
    hint: 'Note how a call went with one click. The label is shown when the caller rings again.',
    labels: ['Solved', 'Callback', 'Transferred', 'Order', 'Complaint', 'Wrong number'],
    group: 'How the call went',
    addNote: 'Note and label',
    lastTime: (what: string): string => `last time: ${what}`,
    /** `when`: for example `20 Nov, 10:14`. */
    thatTime: (when: string, what: string): string => `${when}: ${what}`,
    failed: 'Not saved. Try again.',
    gone: 'Not saved: this call is no longer in the history.',
    list: 'Labels',
    listHint: 'One per line. Labels on earlier calls stay.',
    restore: 'Restore default labels',
    tooMany: (most: number): string => `Not saved: at most ${number(most)} labels.`,
    tooLong: (line: number, most: number): string =>
      `Not saved: line ${number(line)} is longer than ${number(most)} characters.`,
  },

  settings: {
    search: 'Search settings',
    found: (count: number): string => many(count, 'setting found', 'settings found'),
    notFound: 'No settings found',
    parts: 'Settings sections',
    partNow: (part: string): string => `Jump to another section. Current section: ${part}`,
    account: 'Account',
    changeAccount: 'Save account',
    serverTitle: 'Server',
    pollHint: 'Voicenter asks for at least 5 seconds between requests.',
    pollGap: (seconds: number): string =>
      `Your extension is currently checked at least every ${number(seconds)} s, alongside all other requests.`,
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
    languageOfSystem: 'Same as system',
    themes: { system: 'Same as system', light: 'Light', dark: 'Dark', 'high-contrast': 'High contrast' },
    noTray:
      'This desktop shows no tray icons. Ringside keeps running: start it again to open its window, or turn on tray icons in the desktop’s settings.',
    numbersMasked:
      'Callers’ numbers are masked: your organisation hides colleagues’ numbers, and its policy doesn’t say which extension is yours.',
    launchRefused:
      'The system didn’t allow Ringside to start at sign-in. Check the startup apps in the system settings.',
    launchSwitchedOff:
      'Your organisation wants Ringside to start when you sign in to this computer, but it is switched off in Task Manager under Startup apps.',
    locked: 'Set by your organisation',
    saved: 'Saved',
    notSaved: {
      locked: 'Set by your organisation; it can’t be changed here.',
      invalid: 'This value can’t be used.',
      disk: 'The settings couldn’t be saved to disk.',
      'no-keychain': 'This computer couldn’t store the code.',
    },
    problem: (source: SettingProblem['source'], key: string, why: SettingProblem['why']): string =>
      `${source === 'policy' ? 'In your organisation’s policy' : 'In your settings'}, ${key === '' ? 'the file' : `“${key}”`} ${PROBLEMS[why]}; it is ignored.`,
    quarantineFile: (file: string): string =>
      `Your settings couldn’t be read. They were kept as ${file}, and Ringside started with defaults.`,
    codeUnreadable: 'The stored code can no longer be read. Enter it again.',
    codeOtherAddress: 'The stored code belongs to another server address. Enter the code for this one.',
    /** `server` is an address, `use` what is sent there. */
    codeGoes: (servers: string): string => `The code is only sent to ${servers}.`,
    codeServer: (server: string, use: string): string => `${server} (${use})`,
    codeUses: { baseUrl: 'calls', dialUrl: 'dialling', statusUrl: 'status', callLogUrl: 'call log' },
    codeConfirm: (servers: string): string =>
      `Allow sending the stored code to ${servers}, too? It can be used to see and place calls for the whole organisation.`,
    codeAllow: 'Allow',
    codeEnterAgain: (servers: string): string =>
      `The stored code isn’t sent to ${servers}, because that isn’t Voicenter’s own address. Enter the code again to allow it.`,
    version: (version: string): string => `Ringside ${version}`,
  },

  /** The label of each setting that has one control. */
  settingLabels: {
    alertOnRing: 'Alert me when a call rings',
    alertOnMissed: 'Alert me about missed calls',
    alertOnRecording: 'Warn me about recording problems',
    mutedTooLongMinutes: 'Warn if recording is muted for (minutes)',
    deskPhone: 'My desk phone rings: no sound here',
    soundVolume: 'Volume of Ringside sounds',
    ringPopup: 'Ringside popup',
    popupDisplay: 'Popup screen',
    popupCorner: 'Popup corner',
    popupHideSeconds: 'Hide the popup after (seconds)',
    fallbackBlink: 'Blink in tray and taskbar if nothing else was shown',
    fallbackSound: 'Play a sound if nothing else was shown',
    privacy: 'Hide numbers, names and notes',
    windowKeys: 'Single-key shortcuts, such as C to copy',
    dialling: 'Call from Ringside, with my own phone',
    hangUp: 'Hang up from Ringside',
    phoneLinks: 'Open phone links in Ringside',
    queueThresholdSeconds: 'A wait is too long after (seconds)',
    alertOnFirstWaiting: 'Alert me when someone starts waiting',
    alertOnQueueThreshold: 'Alert me when a caller waits too long',
    alertOnQueueLength: 'Alert me when a queue is long',
    queueLength: 'A queue is long at (callers)',
    wideView: 'Watch all extensions',
    maskTeamNumbers: 'Show only the last digits of numbers',
    logInAtStart: 'Log me in when Ringside starts',
    logOutAtQuit: 'Log me out when I quit Ringside',
    numberFormat: 'Show and copy numbers as',
    region: 'Default country',
    zone: 'Account time zone',
    language: 'Language',
    theme: 'Theme',
    windowPinned: 'Keep the window on top',
    foldsInCall: 'Fold the pinned window during calls',
    launchAtLogin: 'Start when I sign in to this computer',
    startHidden: 'Start in the tray, without a window',
    popupScreenUrl: 'Address of your organisation’s server',
    popupScreenMinutes: 'Reuse a response for (minutes)',
    nameOrder: 'Which name is shown',
    callLog: 'Complete the history from Voicenter’s call log',
    historyDays: 'Keep calls for (days)',
    pollSeconds: 'Check every (seconds)',
    requestsPerMinute: 'Maximum requests per minute',
    baseUrl: 'Server address',
    muteUrl: 'Recording server address',
    dialUrl: 'Calling server address',
    statusUrl: 'Status server address',
    callLogUrl: 'Call log server address',
    updates: 'Check for updates',
    updateWhen: 'Install updates',
    updateTime: 'Time',
    updateChannel: 'Versions',
  } satisfies Readonly<Record<LabelledKey, string>>,

  /** The history as a file. */
  export: {
    folder: 'Choose a folder for the history',
    listSeparator: ',',
    bookFolder: 'Choose a folder for the address book',
    bookFile: 'Choose a CSV or vCard file',
    bookKinds: 'CSV and vCard',
    book: {
      name: 'Name',
      company: 'Company',
      note: 'Note',
      number: (index: string): string => `Number ${index}`,
    },
    columns: {
      began: 'Started',
      ended: 'Ended',
      direction: 'Direction',
      outcome: 'Outcome',
      number: 'Number',
      nationalNumber: 'National number',
      name: 'Name',
      client: 'Customer',
      company: 'Company',
      dialled: 'Dialled',
      agent: 'Agent',
      extension: 'Extension',
      answered: 'Answered',
      ringSeconds: 'Rang (seconds)',
      talkSeconds: 'Talked (seconds)',
      holdSeconds: 'On hold (seconds)',
      recordingMuted: 'Recording muted',
      mutedSeconds: 'Recording muted (seconds)',
      mutedSpans: 'Muted periods',
      endSeen: 'End known',
      label: 'Label',
      note: 'Note',
      recordingFile: 'Recording file',
      callId: 'Call ID',
      transferredFrom: 'Transferred from',
      transferredTo: 'Transferred to',
      answeredBy: 'Answered by',
      queue: 'Queue',
      waitedSeconds: 'Waited (seconds)',
      customData: 'Custom data',
      calledBack: 'Spoken to at',
      dismissed: 'Removed from list',
      fromCallLog: 'From call log',
      recordingLink: 'Recording link',
    },
    outcome: (outcome: Outcome | 'unknown' | null): string =>
      outcome === null ? 'Live' : outcome === 'unknown' ? 'Unknown' : OUTCOMES[outcome],
    direction: (direction: Direction): string => EXPORT_DIRECTIONS[direction],
    hand: (hand: 'here' | 'elsewhere' | 'call-ended' | null): string => EXPORT_HANDS[hand ?? 'unseen'],
    yes: 'yes',
    no: 'no',
  },

  /** Announcements for screen readers. */
  spoken: {
    state: (state: string, caller: string): string => `${state}: ${caller}`,
    gone: 'Call ended',
  },

  window: {
    noAnswer: 'Ringside didn’t respond. Try again.',
    title: 'Window',
    pin: 'Pin on top',
    keepOpen: 'Keep open',
    unpin: 'Unpin',
    /** The folded window. */
    strip: 'Calls, in one line each',
    unfold: 'Open the window',
    foldHint:
      'Once a call is answered and you turn to something else, the pinned window shrinks to one line per call: who, how long, and whether it’s recorded. Point at it to open it.',
    wayland:
      'On Wayland, apps can’t keep windows on top: the pinned window stays open, but others can cover it, and it doesn’t fold.',
  },

  problem: {
    title: 'Something went wrong?',
    hint: 'Ringside can record Voicenter’s responses for the next 15 minutes. Names and numbers are replaced before anything is saved, and the code is never included.',
    record: 'Record a problem',
    stop: 'Stop and save',
    until: (time: string): string => `Recording until ${time}.`,
    savedTo: (file: string): string => `Saved to Downloads: ${file}`,
    failed: 'The recording couldn’t be saved.',
  },

  diagnostics: {
    title: 'Diagnostics',
    hint: 'What your administrator may ask for: versions, connection, statistics and the latest warnings. It contains no names, phone numbers or codes.',
    show: 'Show diagnostics',
    copy: 'Copy diagnostics',
  },

  /** Privacy mode: what replaces numbers, names and notes while the screen is shared. */
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
    searchOff: 'Search is off while privacy is on: the results would show who called.',
    title: 'Privacy',
    hint: 'For screen sharing: alerts show only “Incoming call” and the line. Copying still gives the real number.',
  },

  /** Shortcuts: the global ones, and those of the window. */
  keys: {
    title: 'Shortcuts',
    everywhere: 'Global shortcuts',
    actions: {
      show: 'Show Ringside',
      copy: 'Copy the call’s number',
      mute: 'Mute or resume the recording',
      crm: 'Open the call in the CRM',
      privacy: 'Turn privacy on or off',
      dial: 'Call the number on the clipboard',
    },
    whichCall: 'They apply to the ringing call, or else to the active, held or last one.',
    none: 'None',
    press: 'Press the keys…',
    recording: 'Esc cancels, Backspace clears.',
    needsModifier: (modifiers: string): string => `Add ${modifiers}, or use one of F1 to F24.`,
    or: (one: string, other: string): string => `${one} or ${other}`,
    clear: (action: string): string => `Clear shortcut: ${action}`,
    /** Why a combination can't be a global shortcut. */
    refused: {
      few: 'Other apps need these keys. Add Ctrl and Alt, or use one of F13 to F24.',
      fewOnMac: 'Other apps need these keys. Add two of ⌃, ⌥ and ⌘, or use one of F13 to F24.',
      needed: 'The system or other apps need these keys. Choose others.',
      unreadable: 'The system can’t use these keys. Choose others.',
      taken: (action: string): string => `“${action}” already uses these keys. Choose others.`,
    },
    states: {
      unknown: 'Ringside can’t see whether these keys work here. Press them to find out.',
      taken: 'The system refused these keys; another app probably uses them. Choose others.',
      invalid: 'The system can’t use these keys. Choose others.',
    },
    wayland:
      'On Wayland, the desktop controls global shortcuts: it may ask you first, and those it doesn’t allow do nothing.',
    names: { Space: 'Space', Shift: 'Shift', Super: 'Super' },

    /** The message after a shortcut did something that can’t be seen. */
    feedback: {
      copied: 'Number copied',
      'nothing-to-copy': 'No number to copy',
      failed: 'The number couldn’t be copied',
      muting: 'Mute requested',
      resuming: 'Resume requested',
      'no-call': 'There is no call',
      'not-connected': 'No connected call to mute',
      'no-page': 'No page matches this call',
      'page-failed': 'The page couldn’t be opened',
      locked: 'Privacy is set by your organisation; it can’t be changed here.',
    },

    inWindow: 'In this window',
    singleHint: 'Inactive while you type, and for a second after.',
    showList: 'Show shortcuts',
    list: {
      title: 'Shortcuts in this window',
      lead: 'They apply to the focused call, otherwise to the first. Inactive while you type.',
      off: 'Single-key shortcuts are off in the settings.',
      close: 'Close',
      groups: { call: 'Call', window: 'Window', lists: 'Lists' },
      copy: 'Copy the number',
      mute: 'Mute or resume the recording',
      note: 'Write a note',
      open: 'Open in the CRM',
      search: 'Search',
      privacy: 'Turn privacy on or off',
      pin: 'Pin the window, or unpin it',
      dial: 'Call a number',
      settings: 'Settings',
      keys: 'This list',
      leave: 'Close what is open, then the window',
      rows: 'Move between rows',
      ends: 'First and last row',
    },
  },

  /** How each kind of alert is shown. */
  /** How an alert reaches the user if the system doesn't show it. */
  ladder: {
    title: 'If a notification doesn’t appear',
    hint: 'If no notification appears within 2 seconds of a ring, Ringside tries these in turn.',
    rungs: { notification: 'Notification', popup: 'Ringside popup', tray: 'Blinking', sound: 'Sound' },
    outcomes: {
      shown: 'shown',
      given: 'sent (can’t be verified)',
      refused: 'blocked: do-not-disturb is on, or notifications are off',
      failed: 'couldn’t be shown',
      unsupported: 'not supported on this system',
      'no-answer': 'no response within 2 seconds',
      off: 'switched off',
    },
    unsigned:
      'couldn’t be shown: macOS blocks notifications from unsigned apps. Ask your administrator for a signed version.',
    noPopup: 'not possible: on Wayland, apps can’t keep windows on top',
    testing: 'Trying each way in turn…',
    popups: {
      fallback: 'If no notification appears',
      always: 'For every ring',
      never: 'Never',
    },
    corners: {
      away: 'Away from the system’s notifications',
      'top-left': 'Top left',
      'top-right': 'Top right',
      'bottom-left': 'Bottom left',
      'bottom-right': 'Bottom right',
    },
    hideHint: '0: it stays while a call rings. It never hides while you point at it, and the call rings on.',
    pointer: 'Where the pointer is',
    mainScreen: 'Main screen',
    screen: (number: number, name: string): string =>
      name === '' ? `Screen ${number}` : `Screen ${number}: ${name}`,
    goneScreen: 'Disconnected screen',
    doNotDisturb: {
      on: 'Do-not-disturb is on: the system hides alerts.',
      off: 'Do-not-disturb is off.',
      unknown: 'This system doesn’t report whether do-not-disturb is on.',
    },
    openSystem: 'System notification settings',
    notOpened: 'The system settings couldn’t be opened from here.',
    wayland: 'On Wayland, apps can’t keep windows on top, so Ringside blinks and plays a sound at once.',
  },

  /** The ring popup. */
  popup: {
    title: 'Ringside: ringing call',
    calls: 'Ringing calls',
    open: 'Open',
    /** Closes the note. */
    done: 'Done',
    dismiss: 'Dismiss',
  },

  tuning: {
    kinds: { ring: 'Ringing call', missed: 'Missed call', queue: 'Queue', recording: 'Recording' },
    queueWhich: 'Choose which under Queues.',
    sound: 'Sound',
    sounds: { none: 'None', system: 'System sound', ringside: 'Ringside sound' },
    blink: 'Blink in the tray',
    play: { ring: 'Play the ring sound', notice: 'Play the alert sound' },
    deskPhoneHint: 'Visual alerts stay on.',
    silenced: 'Silent: your desk phone rings.',
    blinkHint: 'Blinks until the alert ends or you open the window; never with reduced motion.',
    pause: 'Pause all alerts',
  },

  updates: {
    title: 'Updates',
    whens: { quit: 'When I quit Ringside', night: 'At a set time' },
    timeHint: 'Within two hours of this time, and only when there is no call.',
    channels: { latest: 'Stable', beta: 'Include beta' },
    check: 'Check now',
    install: 'Install now',
    installAfter: 'Install after the call',
    tryAgain: 'Try again',
    later: 'Later',
    understood: 'Understood',
    off: {
      'not-packaged': 'This copy wasn’t installed from a package, so it can’t update itself.',
      'not-replaceable': 'Ringside is installed for everyone on this computer: your organisation updates it.',
      'switched-off': 'Off: Ringside doesn’t check for updates.',
      'no-server': 'Your organisation hasn’t set an update server.',
    },
    notAsked: 'Not checked yet.',
    current: (time: string): string => `Up to date; checked at ${time}.`,
    downloading: (version: string): string => `Downloading version ${version}.`,
    ready: (version: string): string => `Version ${version} is ready.`,
    /** The user wants it installed now, but a call is live, or has only just ended. */
    asked: 'It will be installed as soon as there is no call.',
    waits: {
      call: 'Waiting for your call to end.',
      'after-call': 'Waiting a few minutes after your call.',
      'not-sure': 'Waiting for a connection: Ringside can’t tell whether you’re on a call.',
      quit: 'It will be installed when you quit Ringside.',
      night: 'It will be installed at the set time, when there is no call.',
      person: 'Installing it failed before. The current version keeps running.',
    },
    installing: (version: string): string =>
      `Installing version ${version}. Ringside will close for a moment.`,
    failed: {
      unreachable: 'The update server couldn’t be reached.',
      damaged: 'The update was damaged and was discarded.',
      unverified: 'The update’s signature couldn’t be checked, so it was deleted.',
      'not-installed': 'The new version couldn’t be installed.',
    },
    whole: 'The current version keeps running.',
  },

  /** What the command-line programs print. */
  terminal: {
    watching: (extension: string, seconds: number): string =>
      `Watching extension ${extension}, every ${seconds} s. Ctrl+C stops.`,
    live: 'Connected.',
    staleSince: (time: string): string => `No valid response since ${time}.`,
    ended: 'Stopped.',
    outputLost: (code: string): string => `Stopped: the output couldn’t be written (${code}).`,
    outputUnread: 'Stopped: nothing is reading the output.',
    adjusted: (path: string, what: string): string => `The response was adjusted: ${path} (${what}).`,
    dropped: (path: string): string => `A call without an ID was skipped: ${path}.`,
    starting: 'Ringside is starting.',
    alreadyRunning: 'Ringside is already running.',
    notStarted: (why: string): string => `Ringside couldn’t start: ${why}`,
    unknownOption: (option: string): string =>
      `Ringside was not started: the option ${option} is not supported.`,
    centre: (page: string): string => `Simulated call centre: ${page}`,
    tray: (state: string, tooltip: string): string => `tray: ${state} · ${tooltip}`,
    alert: (title: string, body: string): string => `alert: ${title}${body === '' ? '' : ` · ${body}`}`,
    alertGone: (title: string): string => `alert removed: ${title}`,
    call: (what: string): string => `call: ${what}`,
    event: (type: Exclude<CallEvent['type'], 'ended'>): string => EVENTS[type],
  },
}
