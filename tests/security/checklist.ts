/** A rule that the program keeps, and how that is shown. */
export interface ChecklistItem {
  /** 1 to 20 are Electron's own (electronjs.org/docs/latest/tutorial/security), in its order; ours go on from there. */
  readonly number: number
  readonly rule: string
  readonly kept: string
  readonly shown: readonly Showing[]
}

/** Where a rule is tried: on the source, on the built program in the browser host, or by thousands of made-up messages. */
export type Showing = 'source' | 'built' | 'fuzz'

export const CHECKLIST: readonly ChecklistItem[] = [
  {
    number: 1,
    rule: 'Only load secure content',
    kept: 'Pages come from the package by `ringside://`; the API, the webhook and CRM pages need https, but for loopback',
    shown: ['source', 'built'],
  },
  {
    number: 2,
    rule: 'No Node.js in pages',
    kept: '`nodeIntegration: false` for each window, none in workers or subframes',
    shown: ['source', 'built'],
  },
  {
    number: 3,
    rule: 'Context isolation',
    kept: '`contextIsolation: true` for each window',
    shown: ['source'],
  },
  {
    number: 4,
    rule: 'Process sandboxing',
    kept: '`sandbox: true` for each window, and no switch that turns it off',
    shown: ['source'],
  },
  {
    number: 5,
    rule: 'Handle permission requests',
    kept: 'Requests and checks of every permission are refused',
    shown: ['source', 'built'],
  },
  { number: 6, rule: 'Do not disable webSecurity', kept: 'Never named', shown: ['source'] },
  {
    number: 7,
    rule: 'Content Security Policy',
    kept: "Header and page: `default-src 'none'`, own scripts and styles, no `unsafe-*`, no connections",
    shown: ['source', 'built'],
  },
  { number: 8, rule: 'No allowRunningInsecureContent', kept: 'Never named', shown: ['source'] },
  { number: 9, rule: 'No experimental features', kept: 'Never named', shown: ['source'] },
  { number: 10, rule: 'No enableBlinkFeatures', kept: 'Never named', shown: ['source'] },
  { number: 11, rule: 'No allowpopups for webviews', kept: 'There is no webview', shown: ['source'] },
  {
    number: 12,
    rule: 'Verify webview options',
    kept: '`webviewTag` is never named, and its default is off',
    shown: ['source'],
  },
  {
    number: 13,
    rule: 'Limit navigation',
    kept: 'Each window is fenced in: another scheme, host or port is refused',
    shown: ['source'],
  },
  {
    number: 14,
    rule: 'Limit new windows',
    kept: 'Each page is denied windows of its own',
    shown: ['source', 'built'],
  },
  {
    number: 15,
    rule: 'No openExternal with untrusted content',
    kept: 'Two callers: CRM pages behind the list of hosts and schemes, and the system’s own settings page, a constant; a folder is shown only of a file that was just exported',
    shown: ['source'],
  },
  {
    number: 16,
    rule: 'Current version of Electron',
    kept: 'The supported major is pinned and locked',
    shown: ['source'],
  },
  {
    number: 17,
    rule: 'Validate the sender of IPC messages',
    kept: 'One door: the main frame of our window, or of our popup for its few channels',
    shown: ['source', 'built', 'fuzz'],
  },
  {
    number: 18,
    rule: 'Own protocol instead of file://',
    kept: '`ringside://`, GET, known kinds of files below one folder',
    shown: ['source', 'built'],
  },
  {
    number: 19,
    rule: 'Fuses',
    kept: 'No run as Node, NODE_OPTIONS, inspect or file privileges; archive only, with integrity; cookies encrypted',
    shown: ['source'],
  },
  {
    number: 20,
    rule: 'No Electron APIs for pages',
    kept: 'The preload exposes `request` and `on`, for the contract’s channels; no event object passes',
    shown: ['source', 'built'],
  },
  {
    number: 21,
    rule: 'TLS errors are final',
    kept: 'Nothing accepts a certificate that the system does not; nothing is sent, and a sentence says so',
    shown: ['source', 'built'],
  },
  {
    number: 22,
    rule: 'Arguments of every IPC channel are checked',
    kept: 'One reader a channel; nonsense is refused, not repeated, and nothing is done',
    shown: ['fuzz'],
  },
  {
    number: 23,
    rule: 'Secrets by safeStorage only',
    kept: 'Code and webhook secret are encrypted before they are written; no page is told them',
    shown: ['source', 'built'],
  },
  {
    number: 24,
    rule: 'Plain-text keeping is said',
    kept: 'Linux without a keychain: the form says it beside the code',
    shown: ['built'],
  },
  {
    number: 25,
    rule: 'Pages talk to nobody',
    kept: 'A page asks for its own files and nothing else',
    shown: ['built'],
  },
  {
    number: 26,
    rule: 'Dependencies are audited',
    kept: '`npm audit` of what ships is a step of CI',
    shown: ['source'],
  },
]

/** What the test of an item is called. */
export const titleOf = ({ number, rule }: ChecklistItem): string => `${number}. ${rule}`
