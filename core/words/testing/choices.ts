import type { Choices } from './sentences.ts'

const FAILURES = [
  { kind: 'refused', why: 'address' },
  { kind: 'refused', why: 'code' },
  { kind: 'limited', retryAfterMs: null },
  { kind: 'faulty', status: 401, err: null },
  { kind: 'faulty', status: 404, err: null },
  { kind: 'faulty', status: 500, err: null },
  { kind: 'faulty', status: 200, err: 2 },
  ...['not-json', 'web-page', 'wrong-shape', 'too-large', 'cut-short', 'redirect'].map((why) => ({
    kind: 'malformed',
    why,
  })),
  ...[
    'dns',
    'connection-refused',
    'connection-lost',
    'tls',
    'proxy-login',
    'timeout',
    'insecure-url',
    'aborted',
    'network',
  ].map((why) => ({ kind: 'unreachable', why })),
]
const one = (...values: readonly unknown[]): readonly (readonly unknown[])[] => values.map((value) => [value])
const number = one(0, 1, 2, 3, 7, 11, 100)

/** The arguments of the words' functions that aren't text or numbers. */
export const CHOICES: Choices = {
  'call.phase': [...one('ringing', 'dialing', 'talking', 'held').map((args) => [...args, '']), ['other', '']],
  'call.outcome': one('missed', 'unanswered', 'completed'),
  'agent.status': [
    ...one(
      ...[
        'login',
        'logout',
        'lunch',
        'administrative',
        'private',
        'other-status',
        'training',
        'team-meeting',
        'brief',
      ],
    ).map(([word]) => [{ word, number: 1 }]),
    [{ word: 'unknown', number: null }],
    [{ word: 'unknown', number: 4 }],
  ],
  failure: one(...FAILURES),
  'firstRun.failed': one(...FAILURES),
  'callLog.failure': one(...FAILURES, { kind: 'faulty', status: 200, err: 5 }),
  'webhook.failure': one(...FAILURES),
  'popupScreen.failure': one(...FAILURES),
  'guard.why': one({ kind: 'no-such-call' }, { kind: 'not-done', code: '#0#' }, ...FAILURES),
  'agentStatus.why': one(
    ...[
      ...['not-authorised', 'no-extension', 'in-use', 'unknown-status'].map((why) => ({ why })),
      ...['bad-request', 'their-fault', 'other'].map((why) => ({ why, code: '#0#' })),
    ].map((refusal) => ({ kind: 'not-set', ...refusal })),
    ...FAILURES,
  ),
  'dialling.why': one(
    ...[
      ...['empty', 'withheld', 'not-a-number', 'too-long', 'own-extension', 'emergency', 'country', 'prefix'],
      ...['per-minute', 'per-day', 'not-yours', 'off', 'not-stored'],
    ].map((why) => ({ kind: 'not-placed', why })),
    ...['parameters', 'fault', 'offline', 'blocked', 'other'].map((why) => ({
      kind: 'declined',
      why,
      code: '#0#',
    })),
    ...FAILURES,
  ),
  'views.waiting': number,
  'history.calls': number,
  'times.duration': one(7, 187, 3723),
  'times.roughly': one(7, 187, 3723),
  'report.clock.duration': one(40, 180, 7200, 19_800, 86_400, 259_200),
  'settings.problem': ['policy', 'user'].flatMap((source) => [
    [source, '', 'wrong-type'],
    [source, '#0#', 'unknown'],
  ]),
  'export.outcome': one('missed', 'unanswered', 'completed', 'unknown', null),
  'export.direction': one('incoming', 'outgoing', 'click-to-call', 'spy'),
  'export.hand': one('here', 'elsewhere', 'call-ended', null),
  'terminal.event': one(
    ...['ringing', 'dialing', 'answered', 'held', 'resumed', 'recording-muted', 'recording-unmuted'],
  ),
}
