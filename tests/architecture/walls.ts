/** Who may import what. The only copy of these rules. */
export interface Wall {
  /** The files that it applies to: a file, or a folder that ends in `/`. The longest match decides. */
  readonly of: string
  /** What they may import besides their own folder. */
  readonly may: readonly string[]
  /** What they may import by `import type` only. */
  readonly types?: readonly string[]
}

const TYPES_OF_THE_FIELD = ['core/domain.ts', 'core/connection.ts', 'core/surroundings.ts']
const WORDS_OF_THE_FIELD = [...TYPES_OF_THE_FIELD, 'core/contract.ts', 'core/settings/', 'core/words/']
// The window never reads settings: not their readers of lists, which would load the folders of the entries.
const SETTINGS_OF_THE_WINDOW = ['global-keys', 'is-loopback', 'read-code', 'rules-by-hand', 'settings'].map(
  (name) => `core/settings/${name}.ts`,
)
/** The window's features. They may use each other, parts and stores, but not the bridge to main. */
const FEATURES = [
  ...[
    'account',
    'address-book',
    'agent',
    'agent-status',
    'alerts',
    'call-log',
    'callers',
    'calls',
    'composables',
    'connection',
    'copying',
    'crm',
    'demo',
    'dialling',
  ],
  ...[
    'diagnostics',
    'frame',
    'history',
    'notes',
    'parts',
    'popup-screen',
    'privacy',
    'problem-recording',
    'queues',
    'ribbon',
  ],
  ...['recording-guard', 'report', 'settings', 'shortcuts', 'team', 'templates'],
  ...['updates', 'webhook', 'window'],
].map((name) => `src/${name}/`)
const ELECTRON_TYPES = ['npm:electron', 'npm:electron/']

export const WALLS: readonly Wall[] = [
  { of: 'core/', may: [] },
  ...TYPES_OF_THE_FIELD.map((of) => ({ of, may: WORDS_OF_THE_FIELD, types: ['core/callers/'] })),
  // The window receives data from these folders.
  {
    of: 'core/contract.ts',
    may: WORDS_OF_THE_FIELD,
    types: [
      'core/history/',
      'core/report/',
      'core/call-log/',
      'core/agent-status/',
      'core/recording-guard/',
      'core/templates/',
      'core/crm/',
      'core/webhook/',
      'core/callers/',
      'core/popup-screen/',
      'core/updates/',
      'core/policy/',
      'core/dialling/',
    ],
  },
  // Loaded by the preload: its readers are small, and don't load the folders whose types they name.
  {
    of: 'core/ipc/',
    may: ['core/limits.ts', 'core/status-words.ts'],
    types: [
      ...WORDS_OF_THE_FIELD,
      'core/address-book/',
      'core/history/',
      'core/templates/',
      'core/popup-screen/',
      'core/window/',
    ],
  },
  { of: 'core/limits.ts', may: [] },
  { of: 'core/status-words.ts', may: [...TYPES_OF_THE_FIELD] },
  { of: 'core/own-phone.ts', may: TYPES_OF_THE_FIELD, types: ['core/settings/'] },
  // Entries of lists have types from other folders; only their reader loads those folders.
  {
    of: 'core/settings/',
    may: [
      ...WORDS_OF_THE_FIELD,
      'core/limits.ts',
      'core/status-words.ts',
      'core/webhook/webhook-settings.ts',
    ],
    types: ['core/templates/', 'core/crm/', 'core/webhook/'],
  },
  {
    of: 'core/settings/read-settings.ts',
    may: [...WORDS_OF_THE_FIELD, 'core/templates/', 'core/crm/', 'core/webhook/'],
  },
  {
    of: 'core/words/',
    may: [...WORDS_OF_THE_FIELD, 'core/phone/masked-digits.ts'],
    types: [
      'core/recording-guard/',
      'core/policy/',
      'core/agent-status/',
      'core/dialling/',
      'core/telephony/',
      'core/popup-screen/',
      'core/templates/template.ts',
    ],
  },
  { of: 'core/clock.ts', may: [] },
  { of: 'core/per-minute.ts', may: ['core/clock.ts'] },
  { of: 'core/decode-text.ts', may: [] },
  { of: 'core/parsed-json.ts', may: [] },
  { of: 'core/listeners.ts', may: [] },
  { of: 'core/confirmation.ts', may: [...TYPES_OF_THE_FIELD], types: ['core/telephony/'] },
  { of: 'core/map-calls.ts', may: [...TYPES_OF_THE_FIELD] },
  { of: 'core/call-phase.ts', may: [...TYPES_OF_THE_FIELD] },
  { of: 'core/phone.ts', may: [...TYPES_OF_THE_FIELD, 'core/phone/', 'npm:libphonenumber-js'] },
  { of: 'core/phone/', may: [...TYPES_OF_THE_FIELD, 'core/fold-text.ts', 'npm:libphonenumber-js'] },
  // Writes numbers in every format, for the tests of number readers.
  { of: 'core/phone/testing/', may: ['npm:fast-check'] },
  { of: 'core/cut-text.ts', may: [] },
  { of: 'core/fold-text.ts', may: [] },
  { of: 'core/found-in.ts', may: ['core/fold-text.ts'] },
  { of: 'core/policy/', may: ['core/settings/', 'core/parsed-json.ts'] },
  // The only file that queries the computer: for `npm run watch` as for main.
  { of: 'core/policy/policy-parts-of.ts', may: ['core/policy/', 'core/decode-text.ts', 'node:'] },
  {
    of: 'core/telephony/',
    may: [
      ...TYPES_OF_THE_FIELD,
      'core/clock.ts',
      'core/cut-text.ts',
      'core/decode-text.ts',
      'core/status-words.ts',
      'core/settings/',
      'core/phone.ts',
      'core/phone/',
      'npm:entities',
      'npm:valibot',
    ],
  },
  // Whose clock is right, from stamps, dates and timers alone.
  { of: 'core/clock/', may: [...TYPES_OF_THE_FIELD, 'core/call-phase.ts', 'core/clock.ts'] },
  {
    of: 'core/polling/',
    may: [...TYPES_OF_THE_FIELD, 'core/clock.ts', 'core/telephony/'],
  },
  {
    of: 'core/session/',
    // dequal: pure, and the same comparison that decides whether a state has changed.
    may: [
      ...TYPES_OF_THE_FIELD,
      'core/settings/',
      'core/call-phase.ts',
      'core/own-phone.ts',
      'core/listeners.ts',
      'core/clock.ts',
      'core/per-minute.ts',
      'core/clock/',
      'core/polling/',
      'core/telephony/',
      'core/queues/',
      'core/team/',
      'npm:dequal',
    ],
    types: ['core/contract.ts'],
  },
  {
    of: 'core/queues/',
    may: [...TYPES_OF_THE_FIELD, 'core/settings/', 'core/clock/', 'npm:dequal'],
    types: ['core/telephony/'],
  },
  {
    of: 'core/team/',
    may: [
      ...TYPES_OF_THE_FIELD,
      'core/clock/',
      'core/phone/masked-digits.ts',
      'core/map-calls.ts',
      'npm:dequal',
    ],
    types: ['core/telephony/'],
  },
  {
    of: 'core/alerts/',
    may: [
      ...TYPES_OF_THE_FIELD,
      'core/cut-text.ts',
      'core/settings/',
      'core/words/',
      'core/callers/caller-title.ts',
      'core/per-minute.ts',
      'core/status-words.ts',
    ],
    types: ['core/recording-guard/', 'core/agent-status/', 'core/callers/'],
  },
  // What any SQLite file needs.
  { of: 'core/database/', may: ['node:'] },
  {
    of: 'core/history/',
    may: [
      'core/call-phase.ts',
      'core/database/',
      ...TYPES_OF_THE_FIELD,
      'core/limits.ts',
      'core/clock.ts',
      'core/clock/same-stamp.ts',
      'core/fold-text.ts',
      'core/phone/',
      'core/report/',
      'core/callers/',
      'core/words/day-text.ts',
      'node:',
    ],
    types: ['core/call-log/'],
  },
  {
    of: 'core/address-book/',
    may: [
      ...TYPES_OF_THE_FIELD,
      'core/limits.ts',
      // Names from files are cleaned like those from the wire.
      'core/telephony/clean-text.ts',
      'core/fold-text.ts',
      'core/phone.ts',
      'core/phone/',
      'core/database/',
      'core/history/export/',
      'node:',
      'npm:csv-parse',
    ],
    types: ['core/callers/'],
  },
  {
    of: 'core/dialling/',
    may: [
      ...TYPES_OF_THE_FIELD,
      'core/limits.ts',
      'core/settings/',
      'core/call-phase.ts',
      'core/clock.ts',
      'core/confirmation.ts',
      'core/phone.ts',
      'core/phone/',
      'core/map-calls.ts',
      'npm:libphonenumber-js',
    ],
    types: ['core/telephony/'],
  },
  {
    of: 'core/report/',
    may: [...TYPES_OF_THE_FIELD, 'core/database/', 'core/history/', 'node:'],
  },
  {
    of: 'core/call-log/',
    may: [
      ...TYPES_OF_THE_FIELD,
      'core/clock.ts',
      'core/phone.ts',
      'core/settings/has-user-info.ts',
      'core/telephony/',
      'core/team/mask-phone.ts',
      'npm:valibot',
    ],
    types: ['core/history/'],
  },
  // One way to clean text from outside, whatever its source.
  {
    of: 'core/templates/',
    may: [
      ...TYPES_OF_THE_FIELD,
      'core/parsed-json.ts',
      'core/phone.ts',
      'core/limits.ts',
      'core/settings/',
      'core/words/',
      'core/telephony/clean-text.ts',
    ],
    types: ['core/callers/'],
  },
  {
    of: 'core/crm/',
    may: [
      ...TYPES_OF_THE_FIELD,
      'core/limits.ts',
      'core/fold-text.ts',
      'core/phone/',
      'core/settings/',
      'core/templates/',
    ],
  },
  // Stored with the calls of the history.
  {
    of: 'core/callers/',
    may: [
      ...TYPES_OF_THE_FIELD,
      'core/phone/caller-key.ts',
      'core/database/',
      'core/history/',
      'core/words/',
      'node:',
    ],
    types: ['core/settings/'],
  },
  // One way to call a server, to read its text and to open its pages.
  {
    of: 'core/popup-screen/',
    may: [
      ...TYPES_OF_THE_FIELD,
      'core/call-phase.ts',
      'core/per-minute.ts',
      'core/phone/caller-key.ts',
      'core/settings/',
      'core/callers/',
      'core/crm/',
      'core/telephony/',
    ],
  },
  // Outgoing messages use the same network, are signed by Node, and are retried with the same arithmetic.
  {
    of: 'core/webhook/',
    may: [
      ...TYPES_OF_THE_FIELD,
      'core/settings/',
      'core/clock.ts',
      'core/per-minute.ts',
      'core/templates/',
      'core/crm/fired-store.ts',
      'core/polling/backoff.ts',
      'core/telephony/post.ts',
      'core/telephony/read-body.ts',
      'core/telephony/retry-after.ts',
      'node:crypto',
    ],
    types: ['core/callers/'],
  },
  { of: 'core/updates/', may: [...TYPES_OF_THE_FIELD, 'core/settings/'] },
  // Also a text made from what the window receives.
  {
    of: 'core/diagnostics/',
    may: [...TYPES_OF_THE_FIELD, 'core/settings/'],
    types: ['core/contract.ts', 'core/report/'],
  },
  {
    of: 'core/recording-guard/',
    may: [
      ...TYPES_OF_THE_FIELD,
      'core/call-phase.ts',
      'core/parsed-json.ts',
      'core/confirmation.ts',
      'core/telephony/failure-shape.ts',
      'npm:valibot',
    ],
    types: ['core/telephony/'],
  },
  // Where the window is, from screens and settings; whether it folds, from what it shows.
  {
    of: 'core/window/',
    may: [...TYPES_OF_THE_FIELD],
    types: ['core/contract.ts', 'core/settings/'],
  },
  // dequal: whether a choice is the one already requested.
  {
    of: 'core/agent-status/',
    may: [...TYPES_OF_THE_FIELD, 'core/confirmation.ts', 'core/status-words.ts', 'npm:dequal'],
    types: ['core/telephony/', 'core/own-phone.ts'],
  },
  // Replays a recording through all of the core except the history.
  {
    of: 'core/problem-recording/',
    may: [
      ...TYPES_OF_THE_FIELD,
      'core/decode-text.ts',
      'core/own-phone.ts',
      'core/settings/',
      'core/clock.ts',
      'core/clock/same-stamp.ts',
      'core/phone/',
      'core/telephony/',
      'core/polling/',
      'core/session/',
      'core/alerts/',
      'core/words/',
      'npm:valibot',
      'npm:dequal',
    ],
  },
  {
    of: 'electron/main/',
    // electron/common contains the shell, which opens pages.
    may: [
      'core/',
      'node:',
      'npm:dequal',
      'npm:electron/main',
      'npm:electron/common',
      'npm:electron-store',
      'npm:electron-updater',
      // The names of certificates, read the way electron-updater reads them.
      'npm:builder-util-runtime',
      'npm:electron-log',
      // Escapes the text of a Windows toast.
      'npm:entities',
    ],
    types: ELECTRON_TYPES,
  },
  { of: 'electron/preload/', may: ['core/ipc/', 'npm:electron/renderer'], types: ELECTRON_TYPES },
  { of: 'src/', may: ['src/', 'npm:vue', 'npm:pinia', 'core/words/'], types: ['core/'] },
  // A feature of the window: its components, and the functions that only they use.
  ...FEATURES.map((of) => ({
    of,
    may: [
      ...FEATURES,
      'src/stores/',
      'npm:vue',
      'npm:@lucide/vue',
      ...SETTINGS_OF_THE_WINDOW,
      'core/words/',
      'core/limits.ts',
      'core/phone/caller-key.ts',
      'core/callers/known-caller.ts',
      'core/callers/name-orders.ts',
      'core/callers/caller-title.ts',
      'core/cut-text.ts',
      'core/found-in.ts',
      'core/fold-text.ts',
      'core/status-words.ts',
    ],
    types: ['core/'],
  })),
  // Assembles the window and the ring popup: the only place there that uses the computer's own clock.
  {
    of: 'src/start-page.ts',
    may: ['src/', 'npm:vue', 'npm:pinia', 'core/clock.ts', 'core/words/'],
    types: ['core/'],
  },
  // The ring popup's own page.
  {
    of: 'src/popup/',
    may: ['src/', 'npm:vue', 'core/words/', 'core/callers/caller-title.ts'],
    types: ['core/'],
  },
  { of: 'src/styles/', may: [] },
  { of: 'src/bridge.ts', may: [], types: ['core/ipc/'] },
  { of: 'src/use-companion.ts', may: ['npm:vue'], types: ['core/ipc/'] },
  {
    of: 'src/stores/',
    may: [
      'npm:vue',
      'npm:pinia',
      'src/bridge.ts',
      'src/use-companion.ts',
      // A note is saved a moment after its last letter, even if its field is gone by then.
      'src/composables/use-clock.ts',
      'src/privacy/private-text.ts',
      'src/team/filter-team.ts',
      'src/team/order-team.ts',
      ...SETTINGS_OF_THE_WINDOW,
    ],
    types: ['core/'],
  },
  { of: 'simulator/', may: ['node:', 'npm:fastify'] },
  { of: 'browser-host/', may: ['node:', 'npm:valibot', 'npm:ws', 'computed:'], types: ELECTRON_TYPES },
  // Takes pictures of the desktop that the end-to-end tests drive.
  { of: 'scripts/screenshots.ts', may: ['scripts/', 'tests/e2e/', 'tests/visual/', 'node:'] },
  {
    of: 'scripts/kill-loop.ts',
    may: ['scripts/', 'tests/e2e/', 'browser-host/', 'simulator/world/random.ts', 'node:'],
  },
  { of: 'scripts/kill-loop/', may: ['tests/e2e/', 'scripts/server/', 'node:'] },
  {
    of: 'scripts/soak/',
    may: ['tests/e2e/', 'browser-host/', 'scripts/', 'node:', 'npm:playwright-core', 'npm:valibot'],
  },
  // The rig measures main's own code, without Electron, against other packages and simulated worlds.
  // The guesses, as the simulated account has them either way.
  {
    of: 'scripts/probe/read-guesses.test.ts',
    may: ['scripts/', 'simulator/api/', 'simulator/world/'],
  },
  {
    of: 'scripts/bench/journal.ts',
    may: ['core/', 'core/history/testing/watcher.ts', 'core/testing/seen.ts', 'scripts/', 'node:'],
  },
  { of: 'scripts/bench/shifts.ts', may: ['tests/torture/', 'scripts/', 'node:'] },
  { of: 'scripts/bench/simulate-cadence.ts', may: ['core/', 'simulator/'] },
  {
    of: 'scripts/bench/window-start.ts',
    may: ['core/words/languages.ts', 'scripts/', 'npm:playwright-core'],
  },
  {
    of: 'scripts/bench/',
    may: [
      'core/',
      'core/testing/plain-settings-view.ts',
      // Runs a day in virtual time.
      'core/testing/virtual-clock.ts',
      'electron/main/',
      'browser-host/',
      'scripts/',
      'node:',
      'computed:',
      'npm:dequal',
      'npm:playwright-core',
      'npm:zod',
    ],
  },
  // Packs the build with the builder's own configuration, and inspects the result.
  {
    of: 'scripts/packing/',
    may: [
      'electron-builder.config.ts',
      'electron/main/program/app-id.ts',
      'browser-host/',
      'scripts/icons/ico.ts',
      'node:',
      'npm:electron-builder',
      'npm:@electron/asar',
      'npm:@electron/fuses',
      'npm:vite',
    ],
  },
  // Says what is wrong as the settings do.
  {
    of: 'scripts/fault-table/fault-page.ts',
    may: ['core/'],
    types: ['scripts/'],
  },
  {
    of: 'scripts/fault-table/popup-screen-faults.ts',
    may: ['core/'],
    types: ['scripts/', 'simulator/popup-screen/behaviour.ts'],
  },
  { of: 'scripts/dist-check.ts', may: ['scripts/', 'electron-builder.config.ts', 'node:'] },
  // Formats a page as the project's own check requires.
  { of: 'scripts/lint/', may: ['npm:typescript', 'npm:typescript-eslint', 'npm:vue-eslint-parser'] },
  { of: 'scripts/policy/', may: ['core/', 'npm:oxfmt'] },
  // Electron's own downloader, for its progress.
  {
    of: 'scripts/electron/',
    may: [
      'core/clock.ts',
      'core/testing/virtual-clock.ts',
      'scripts/',
      'node:',
      'computed:',
      'npm:@electron/get',
      'npm:valibot',
    ],
  },
  // Replays a recording in virtual time.
  { of: 'scripts/replay.ts', may: ['core/', 'core/testing/virtual-clock.ts', 'scripts/', 'node:'] },
  {
    of: 'scripts/',
    may: ['core/', 'browser-host/', 'simulator/*', 'node:', 'npm:dequal', 'npm:playwright-core'],
  },
]

/** What the tests of a folder may import in addition to what the folder may. */
export const TESTS_MAY = [
  // electron-updater over Node's network.
  'npm:builder-util',
  'node:',
  'computed:',
  'tests/fixtures/',
  'scripts/browser/',
  'npm:vitest',
  'npm:fast-check',
  'npm:@vue/test-utils',
  'npm:happy-dom',
  'npm:axe-core',
  'npm:playwright-core',
  'npm:pngjs',
  'npm:typescript',
]

/** The purpose of the tests in tests/ is to span folders. */
export const CROSSING_TESTS_MAY = [
  'electron-builder.config.ts',
  ...TESTS_MAY,
  'core/',
  'src/',
  'electron/',
  'simulator/',
  'browser-host/',
  'simulator/*',
  'scripts/',
  'tests/',
  'npm:',
]
