/** `npm run probe`: shows which assumptions of docs/api.md are true for an account. It only reads. */
import { setTimeout as wait } from 'node:timers/promises'
import { systemClock } from '../core/clock.ts'
import { loadPolicy } from '../core/policy/load-policy.ts'
import { policyPartsOf } from '../core/policy/policy-parts-of.ts'
import { isLoopback } from '../core/settings/is-loopback.ts'
import { resolveSettings } from '../core/settings/resolve-settings.ts'
import { address } from '../core/settings/single-use-kinds.ts'
import { givenCode } from './command/given-code.ts'
import { given, refuse } from './command/given.ts'
import { askReadOnly } from './probe/ask-read-only.ts'
import { guessTable } from './probe/guess-table.ts'
import { readGuesses } from './probe/read-guesses.ts'

const COMMAND = {
  name: 'probe',
  does:
    'Sends one request to each endpoint that only reads (calls, queues, call log), and shows which guesses\n' +
    'of docs/api.md are right for this account. It only reads, and never prints numbers or names. The code is read from\n' +
    'RINGSIDE_CODE or the policy, and is sent only in the body of these requests.',
  flags: {
    url: { type: 'string', takes: 'BASE', does: 'the API’s address without the method’s name' },
    'log-url': { type: 'string', takes: 'URL', does: 'the call log’s address' },
  },
} as const

const LOG_URL = 'https://api.voicenter.com/hub/cdr'
const REST_MS = 5_000 // the vendor requires this between two requests

const { values: flags } = given(COMMAND)
const { env, platform } = process
const policy = await loadPolicy(policyPartsOf({ env, platform, isPackaged: false }))
const { code, isOwn } = givenCode(COMMAND, policy.values)
// A policy's code is only for the policy's addresses.
if (!isOwn && (flags.url !== undefined || flags['log-url'] !== undefined))
  refuse(COMMAND, 'The policy’s code can only be used with the policy’s addresses.')

/** The address that was passed, validated; otherwise ends the process. */
function addressGiven(flag: 'url' | 'log-url', otherwise: string): string {
  const text = flags[flag]
  if (text === undefined) return otherwise
  const verdict = address.read(text, otherwise)
  return verdict.ok
    ? verdict.value
    : refuse(COMMAND, `--${flag} must start with https://, or with http:// on this computer.`)
}

const { settings } = resolveSettings(policy.values, {})
const baseUrl = addressGiven('url', settings.baseUrl)
// Someone who passes their own server doesn't want the vendor's call log.
const logUrl = addressGiven('log-url', flags.url === undefined ? LOG_URL : new URL('/hub/cdr', baseUrl).href)
process.stderr.write(`The code is sent to ${new URL(baseUrl).host} and ${new URL(logUrl).host}.\n`)
const clock = systemClock()
const answers = await askReadOnly({
  wire: { fetch: globalThis.fetch, now: clock.now, after: clock.after },
  code,
  baseUrl,
  logUrl,
  rest: () => (isLoopback(baseUrl) ? Promise.resolve() : wait(REST_MS)),
})
process.stdout.write(guessTable(readGuesses(answers)))
if (answers.extensions.kind === 'none' && answers.queues.kind === 'none') {
  process.stderr.write(`Nothing could be read at ${baseUrl}: ${answers.extensions.why}.\n`)
  process.exitCode = 1
}
