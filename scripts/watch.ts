/** `npm run watch`: core alone, without a desktop. One JSON object per line on stdout, messages on stderr. */
import { systemClock } from '../core/clock.ts'
import { loadPolicy } from '../core/policy/load-policy.ts'
import { policyPartsOf } from '../core/policy/policy-parts-of.ts'
import { policyNoticeText } from '../core/words/policy-notice-text.ts'
import { isLoopback } from '../core/settings/is-loopback.ts'
import { resolveSettings } from '../core/settings/resolve-settings.ts'
import { createSession } from '../core/session/session.ts'
import { leastPollSeconds, SETTINGS } from '../core/settings/settings.ts'
import { createClient } from '../core/telephony/client.ts'
import { wordsFor } from '../core/words/words-for.ts'
import { givenCode } from './command/given-code.ts'
import { given, refuse } from './command/given.ts'
import { createWatchLines } from './watch-lines.ts'
import { watchOutput } from './watch-output.ts'

const COMMAND = {
  name: 'watch',
  does:
    'The companion without a desktop: one JSON object per line on stdout, messages on stderr. The code is read from\n' +
    'RINGSIDE_CODE or the policy. npm prints a heading first, unless it is run as npm run --silent watch.',
  flags: {
    url: { type: 'string', takes: 'BASE', does: 'the API’s address without the method’s name' },
    extension: { type: 'string', takes: 'SIP', does: 'the SIP code to watch, such as SIPSIP2' },
    interval: { type: 'string', takes: 'MS', does: 'milliseconds between requests' },
  },
} as const

const { values: flags } = given(COMMAND)
const words = wordsFor('system', [Intl.DateTimeFormat().resolvedOptions().locale])
const { env, platform } = process
const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)
const policy = await loadPolicy(policyPartsOf({ env, platform, isPackaged: false }))
for (const notice of policy.notices) say(policyNoticeText(words, notice))

const { settings, problems } = resolveSettings(policy.values, {
  ...(flags.url === undefined ? {} : { baseUrl: flags.url }),
  ...(flags.extension === undefined ? {} : { extension: flags.extension }),
})
for (const { source, key, why } of [...policy.problems, ...problems]) {
  if (source === 'policy') say(words.settings.problem(source, key, why))
  else if (key === 'extension') refuse(COMMAND, '--extension must be a SIP code, such as SIPSIP2.')
  else if (why === 'insecure-url')
    refuse(COMMAND, '--url must start with https://, or with http:// on this computer.')
  else refuse(COMMAND, '--url must be a web address without a user name, password, ? or #.')
}
if (settings.extension === '') refuse(COMMAND, 'No extension was given.')

const { code } = givenCode(COMMAND, policy.values)
const least = leastPollSeconds(isLoopback(settings.baseUrl))
const { most } = SETTINGS.pollSeconds.shape
const pollSeconds = flags.interval === undefined ? settings.pollSeconds : Number(flags.interval) / 1000
if (!(pollSeconds >= least && pollSeconds <= most))
  refuse(COMMAND, `--interval must be from ${least * 1000} to ${most * 1000} milliseconds.`)

const clock = systemClock()
const session = createSession({
  client: createClient({ fetch: globalThis.fetch, now: clock.now, ...settings, code }),
  clock,
  random: Math.random,
  log: say,
  extension: settings.extension,
  pollSeconds,
  zone: settings.zone,
})
const output = watchOutput({ process, onEnd: session.stop, words: words.terminal })
const lines = createWatchLines({
  now: clock.now,
  out: output.line,
  say,
  words,
  extension: settings.extension,
})
say(words.terminal.watching(settings.extension, session.gapSeconds()))
lines.tell({ state: session.state(), events: [], poll: null })
session.subscribe(lines.tell)
session.start()
