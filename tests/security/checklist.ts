/** A rule that the program follows, and how that is shown. */
export interface ChecklistItem {
  /** 1 to 20 are Electron's own (electronjs.org/docs/latest/tutorial/security), in its order; ours follow. */
  readonly number: number
  readonly rule: string
  readonly ensuredBy: string
  readonly shown: readonly Showing[]
}

/**
 * Where a rule is tested: on the source, on the built program in the browser host, or by thousands of generated
 * messages.
 */
export type Showing = 'source' | 'built' | 'fuzz'

export const CHECKLIST: readonly ChecklistItem[] = [
  {
    number: 1,
    rule: 'Only load secure content',
    ensuredBy:
      'Pages come from the package by `ringside://`; the API, the webhook and CRM pages need https, except for loopback',
    shown: ['source', 'built'],
  },
  {
    number: 2,
    rule: 'No Node.js in pages',
    ensuredBy: '`nodeIntegration: false` for each window, none in workers or subframes',
    shown: ['source', 'built'],
  },
  {
    number: 3,
    rule: 'Context isolation',
    ensuredBy: '`contextIsolation: true` for each window',
    shown: ['source'],
  },
  {
    number: 4,
    rule: 'Process sandboxing',
    ensuredBy:
      '`sandbox: true` for each window; the only switch that turns it off is the AppImage’s, where the system doesn’t allow it',
    shown: ['source'],
  },
  {
    number: 5,
    rule: 'Handle permission requests',
    ensuredBy: 'Permission requests and checks are all refused',
    shown: ['source', 'built'],
  },
  { number: 6, rule: 'Do not disable webSecurity', ensuredBy: 'Never used', shown: ['source'] },
  {
    number: 7,
    rule: 'Content Security Policy',
    ensuredBy: "Header and page: `default-src 'none'`, own scripts and styles, no `unsafe-*`, no connections",
    shown: ['source', 'built'],
  },
  { number: 8, rule: 'No allowRunningInsecureContent', ensuredBy: 'Never used', shown: ['source'] },
  { number: 9, rule: 'No experimental features', ensuredBy: 'Never used', shown: ['source'] },
  { number: 10, rule: 'No enableBlinkFeatures', ensuredBy: 'Never used', shown: ['source'] },
  { number: 11, rule: 'No allowpopups for webviews', ensuredBy: 'There is no webview', shown: ['source'] },
  {
    number: 12,
    rule: 'Verify webview options',
    ensuredBy: '`webviewTag` is never used, and its default is off',
    shown: ['source'],
  },
  {
    number: 13,
    rule: 'Limit navigation',
    ensuredBy: 'Each window refuses another scheme, host or port',
    shown: ['source'],
  },
  {
    number: 14,
    rule: 'Limit new windows',
    ensuredBy: 'No page can open a window',
    shown: ['source', 'built'],
  },
  {
    number: 15,
    rule: 'No openExternal with untrusted content',
    ensuredBy:
      'Three callers: CRM pages and the page that a Popup Screen response names, both limited to the listed hosts and schemes, and the system’s settings page, a constant; a folder is opened only for a file that was just exported',
    shown: ['source'],
  },
  {
    number: 16,
    rule: 'Current version of Electron',
    ensuredBy: 'The supported major is pinned and locked',
    shown: ['source'],
  },
  {
    number: 17,
    rule: 'Validate the sender of IPC messages',
    ensuredBy:
      'One check: the main frame of our window, or of our popup for its few channels, identified by their web contents and not by their address',
    shown: ['source', 'built', 'fuzz'],
  },
  {
    number: 18,
    rule: 'Own protocol instead of file://',
    ensuredBy: '`ringside://`, only GET, only known file types below one folder',
    shown: ['source', 'built'],
  },
  {
    number: 19,
    rule: 'Fuses',
    ensuredBy:
      'No running as Node, no NODE_OPTIONS, inspector or file privileges; only the archive, with its integrity checked; cookies encrypted',
    shown: ['source'],
  },
  {
    number: 20,
    rule: 'No Electron APIs for pages',
    ensuredBy:
      'The preload exposes only `request` and `on`, for the contract’s channels; no event object reaches a page',
    shown: ['source', 'built'],
  },
  {
    number: 21,
    rule: 'TLS errors are final',
    ensuredBy:
      'A certificate that the system rejects is never accepted; nothing is sent, and a message says so',
    shown: ['source', 'built'],
  },
  {
    number: 22,
    rule: 'Arguments of every IPC channel are checked',
    ensuredBy: 'One reader per channel; invalid arguments are refused and not echoed, and nothing is done',
    shown: ['fuzz'],
  },
  {
    number: 23,
    rule: 'Secrets by safeStorage only',
    ensuredBy: 'Code and webhook secret are encrypted before they are written; no page receives them',
    shown: ['source', 'built'],
  },
  {
    number: 24,
    rule: 'Plain-text storage is reported',
    ensuredBy: 'Linux without a keychain: the form says so next to the code',
    shown: ['built'],
  },
  {
    number: 25,
    rule: 'Pages make no connections',
    ensuredBy:
      'A page requests only its own files; WebRTC, which a page’s policy can’t restrict, sends no UDP',
    shown: ['source', 'built'],
  },
  {
    number: 26,
    rule: 'Dependencies are audited',
    ensuredBy: 'CI runs `npm audit` on what ships, Electron included, and on the build tools',
    shown: ['source'],
  },
]

/** The title of an item's test. */
export const titleOf = ({ number, rule }: ChecklistItem): string => `${number}. ${rule}`
