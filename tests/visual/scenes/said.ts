import type { Words } from '../../../core/words/words.ts'

type Say = (words: Words) => readonly string[]

const ringing = '072-277-6772'
const abroad = '+49 1522 1234 5678'
const hidden: Say = ({ privacy }) => [privacy.banner, privacy.name, privacy.number]
const held: Say = ({ call, guard, outcomes }) => [
  call.phase('ringing', ''),
  call.phase('held', ''),
  call.recordingMuted,
  guard.resumeShort,
  outcomes.addNote,
]
const missed: Say = ({ calls, tray, call }) => [
  calls.none,
  calls.missed,
  calls.clearMissed,
  tray.endPause,
  call.withheld,
]
const team: Say = ({ team: { filters } }) => [filters.all, filters.busy, filters.free, 'SIPSIP6']
const history: Say = ({ history: { filters, ...said } }) => [
  filters.missed,
  filters.muted,
  said.recordingMuted,
]
const opened: Say = ({ history: { detail } }) => [detail.agent, detail.parts.rang, detail.parts.talked]
const firstRun: Say = ({ firstRun: said }) => [said.welcome, said.connect, said.demoTitle]
const firstRule: Say = ({ pages }) => [pages.triggers.answered, pages.triggers['by-hand'], pages.dry.last]
const allKeys: Say = ({ keys: { states, actions } }) => [
  actions.copy,
  actions.privacy,
  states.taken,
  states.invalid,
]

/** The text that must be readable in each scene, by the scene's name; in any language. */
export const SAID: Readonly<Record<string, Say>> = {
  'logged-out': ({ calls }) => [calls.none, calls.loggedOut('SIPSIP2')],
  'no-calls': ({ calls }) => ['Dana Levi', calls.none],
  ringing: ({ call, outcomes }) => [
    call.phase('ringing', ''),
    '072-277-6772',
    'Sales line',
    outcomes.addNote,
  ],
  'too-many': ({ calls }) => [calls.unfollowed(970), calls.alertsWithheld(12)],
  'ringing-and-held': (words) => [ringing, '050-123-4567', 'Sales line', ...held(words)],
  talking: ({ call, guard, calls }) => [
    call.phase('talking', ''),
    guard.mute,
    calls.missed,
    'Order taken',
    'Brightwater Ltd',
  ],
  'mute-asked': ({ guard }) => [guard.asked.mute, guard.resume],
  dialing: ({ call }) => [call.phase('dialing', ''), call.transferred, call.withheld],
  missed,
  stale: ({ connection, call }) => [connection.stale, connection.checkNetwork, call.recordingMuted, ringing],
  refused: ({ connection, failure, settings }) => [
    connection.refused,
    failure({ kind: 'refused', why: 'address' }),
    settings.title,
  ],
  'refused-code': ({ connection, failure, calls }) => [
    connection.refused,
    failure({ kind: 'refused', why: 'code' }),
    calls.noneWhileUnknown,
  ],
  'unknown-extension': ({ connection, settings }) => [connection.unknownExtension, settings.title],
  connecting: ({ connection, failure, calls }) => [
    connection.connecting,
    failure({ kind: 'unreachable', why: 'timeout' }),
    calls.noneWhileUnknown,
  ],
  asleep: ({ connection }) => [connection.asleep, connection.paused],
  'demo-and-warnings': ({ demo, call }) => [
    demo.banner,
    demo.leave,
    'SIPSIP7',
    'Yael Mor',
    call.phase('ringing', ''),
  ],
  'status-menu': ({ agent }) => [
    'Dana Levi',
    agent.status({ word: 'lunch', number: 3 }),
    agent.status({ word: 'team-meeting', number: 12 }),
    agent.status({ word: 'brief', number: 13 }),
  ],
  'status-menu-own-names': ({ agent }) => [
    'Morning round',
    'Daily',
    agent.status({ word: 'training', number: 11 }),
  ],
  'status-away': ({ agent, agentStatus }) => [
    agentStatus.away(agent.status({ word: 'lunch', number: 3 })),
    '24:10',
  ],
  'status-logged-out': ({ agent, agentStatus }) => [
    agentStatus.loggedOut,
    agentStatus.asked(agent.status({ word: 'login', number: 1 })),
  ],
  'status-refused': ({ agent, agentStatus }) => [
    agentStatus.refused(agent.status({ word: 'team-meeting', number: 12 })),
    agentStatus.why({ kind: 'not-set', why: 'in-use', code: '3/1' }),
    agentStatus.dismiss,
  ],
  'status-unconfirmed': ({ agent, agentStatus }) => [
    agentStatus.unconfirmed(agent.status({ word: 'lunch', number: 3 })),
    agentStatus.dismiss,
  ],
  'status-in-call': ({ agentStatus, call }) => [
    agentStatus.inCall,
    agentStatus.logOut,
    agentStatus.stay,
    call.phase('talking', ''),
  ],
  'status-not-mine': ({ agentStatus }) => [agentStatus.unavailable['somebody-else']],
  'code-confirm': ({ settings }) => [settings.codeAllow, 'api.voicenter.com', 'proxy.example'],
  'recording-muted': ({ call, guard }) => [call.recordingMuted, guard.elsewhere, guard.resumeShort],
  'recording-asked': ({ guard }) => [guard.asked.mute, guard.resume],
  'recording-refused': ({ guard }) => [
    guard.warning.refused.mute,
    guard.refused.mute,
    guard.again,
    guard.mute,
  ],
  'recording-unconfirmed': ({ guard }) => [
    guard.warning.unconfirmed.mute,
    guard.unconfirmed.mute,
    guard.again,
  ],
  'recording-warnings': ({ guard }) => [
    guard.warning.mutedForLong,
    guard.warning.newCall,
    guard.resume,
    guard.mute,
  ],
  'recording-taken-back': ({ guard }) => [guard.warning.unmutedElsewhere, guard.warning.resumed, guard.mute],
  'recording-ended-muted': ({ guard }) => [
    guard.warning.leftMutedLong,
    guard.warning.endedMutedLong,
    guard.understood,
  ],
  queues: ({ call }) => ['Sales', 'Support', ringing, '1:52', call.withheld],
  'queues-late': ({ queues, failure }) => [
    queues.callsGoOn,
    failure({ kind: 'unreachable', why: 'timeout' }),
    'Billing',
    '99',
  ],
  'queues-many': () => ['Billing', 'Marketing', 'Night line'],
  'queues-empty': ({ queues }) => [queues.noQueues, queues.nobodyHint],
  team: (words) => ['Yael Mor', 'Amir Katz', ...team(words)],
  'team-opened': (words) => [
    words.team.detail.status,
    words.team.detail.caller,
    words.queues.callsGoOn,
    ...team(words),
  ],
  'team-refused': ({ team: said, failure }) => [
    said.refused,
    said.notKnown,
    failure({ kind: 'refused', why: 'code' }),
  ],
  history: (words) => [ringing, '050-123-4567', 'Brightwater Ltd', 'asked for a quote', ...history(words)],
  'history-call': (words) => [words.history.forget.ask, 'kept1', ...history(words), ...opened(words)],
  'history-forget': (words) => [words.history.forget.yes, ...history(words)],
  'history-menu': ({ history: { export: said }, report }) => [said.csv, said.json, report.title],
  'history-exported': ({ history: { export: said } }) => [said.csv, said.show],
  'history-empty': ({ history: said }) => [said.none, said.noneHint],
  'history-nothing-found': ({ history: said }) => [said.notFound, said.notFoundHint, said.showAll],
  'watching-report': ({ report }) => [
    report.title,
    report.outcomes.off,
    report.reasons.unreachable,
    report.delay,
  ],
  'watching-report-empty': ({ report }) => [report.noDelays, report.noBlind, report.noRings],
  settings: ({ settings, firstRun: { codeStored } }) => [settings.title, codeStored],
  'settings-parts': ({ webhook, privacy }) => [webhook.title, privacy.title],
  'settings-locked': ({ settings, policy }) => [
    settings.locked,
    settings.codeUnreadable,
    policy.faults['not-json'],
  ],
  'settings-wrong-value': ({ settings, webhook }) => [
    settings.numberFrom(2, 60, false),
    settings.numberFrom(1, 60, true),
    webhook.urlBad,
  ],
  'settings-not-saved': ({ settings }) => [settings.notSaved.disk],
  diagnostics: ({ diagnostics }) => [diagnostics.title, diagnostics.copy, '24.21.0'],
  'update-ready': ({ updates }) => [updates.waits.call, updates.installAfter, updates.later, '1.4.0'],
  'update-failed': ({ updates }) => [updates.failed.damaged, updates.whole, updates.understood],
  'first-run': firstRun,
  'first-run-found': (words) => ['Dana Levi', ...firstRun(words)],
  'first-run-missing': (words) => [words.firstRun.noExtension, ...firstRun(words)],
  'first-run-timeout': (words) => [
    words.firstRun.failed({ kind: 'unreachable', why: 'timeout' }),
    ...firstRun(words),
  ],
  'first-run-failed': (words) => [words.failure({ kind: 'refused', why: 'address' }), ...firstRun(words)],
  'template-editor': ({ templates: { editor } }) => [editor.fieldsHint, editor.keyHint],
  'template-error': ({ templates: { editor, errors } }) => [editor.notSaved.error, errors['unknown-field']],
  'copy-menu': ({ copy }) => [copy.ivrid, 'CRM line', 'JSON'],
  'note-and-label': ({ call }) => [
    call.phase('talking', ''),
    'Callback',
    'Complaint',
    'wants the quote by Monday',
  ],
  'note-not-saved-yet': ({ history }) => ['wants the quote by Monday', history.note.held],
  'history-note-and-label': (words) => ['Callback', 'Solved', 'asked for a quote', ...opened(words)],
  'pages-card': ({ pages }) => [pages.open],
  'pages-refused': ({ pages }) => [pages.open, pages.answers.failed],
  'pages-rules': (words) => [words.templates.urls['path-changed'], ...firstRule(words)],
  'pages-locked': (words) => [words.settings.locked, ...firstRule(words)],
  'pages-none': ({ pages }) => [pages.none, pages.add],
  'pages-edit': ({ pages }) => [pages.urlHint, pages.nameHint, pages.hostsHint],
  'pages-error': ({ pages, templates }) => [pages.errors.missing, templates.errors['unknown-field']],
  'pages-conditions': ({ pages }) => [
    pages.conditionsHint,
    pages.customdataHint,
    pages.prefixHint,
    pages.linesHint,
  ],
  webhook: ({ webhook }) => [webhook.secretStates.stored, webhook.replaceSecret, webhook.removeSecret],
  'webhook-failing': ({ webhook }) => [
    webhook.failure({ kind: 'faulty', status: 500, err: null }),
    webhook.secretStates.stored,
  ],
  'webhook-no-secret': ({ webhook }) => [webhook.secretStates.none, webhook.nothing, webhook.saveSecret],
  keys: ({ keys: { list } }) => [list.title, list.lead, list.rows],
  'key-settings': allKeys,
  'key-recording': (words) => [words.keys.recording, words.keys.press, ...allKeys(words)],
  'alert-settings': ({ settings }) => [settings.title],
  'alert-settings-all': ({ tuning, tray }) => [tuning.silenced, tray.endPause],
  'privacy-ringing-and-held': (words) => [...hidden(words), ...held(words)],
  'privacy-missed': (words) => [...hidden(words), ...missed(words)],
  'privacy-queues': ({ privacy }) => [privacy.banner, privacy.number, 'Sales'],
  'privacy-team': hidden,
  'privacy-history': (words) => [...hidden(words), ...history(words)],
  'privacy-history-call': (words) => [...hidden(words), ...opened(words), words.privacy.notesHidden],
  'long-calls': ({ call }) => [abroad, call.phase('ringing', ''), 'Noa Cohen'],
  'long-missed': ({ calls }) => [abroad, calls.missed],
  'long-history': ({ history }) => [abroad, history.forget.ask],
  'long-team': ({ team: { filters } }) => [filters.all, 'ליאור אזולאי'],
  'long-queue': () => [abroad, 'Sales'],
  popup: ({ call, popup }) => [ringing, 'Sales line', call.phase('ringing', ''), popup.open, popup.dismiss],
  'popup-stacked': ({ call, popup }) => [ringing, call.withheld, popup.open, popup.dismiss],
  'popup-privacy': ({ privacy, popup }) => [privacy.number, privacy.name, popup.open, popup.dismiss],
}
