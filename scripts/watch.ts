/** `npm run watch`: core alone, without a desktop. One JSON object a line on stdout, people's words on stderr. */
import { parseArgs } from 'node:util'
import { systemClock } from '../core/clock.ts'
import { loadPolicy } from '../core/policy/load-policy.ts'
import { policyPartsOf } from '../core/policy/policy-parts-of.ts'
import { policyNoticeText } from '../core/words/policy-notice-text.ts'
import { isLoopback } from '../core/settings/is-loopback.ts'
import { readCode } from '../core/settings/read-code.ts'
import { policyCode, resolveSettings } from '../core/settings/resolve-settings.ts'
import { createSession } from '../core/session/session.ts'
import { leastPollSeconds, SETTINGS } from '../core/settings/settings.ts'
import { createClient } from '../core/telephony/client.ts'
import { wordsFor } from '../core/words/words-for.ts'
import { createWatchLines } from './watch-lines.ts'

const USAGE =
  'Usage: npm run watch -- --url BASE --extension SIP [--interval MS]   (code in RINGSIDE_CODE or the policy file)'

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

function readArguments() {
  try {
    const options = {
      url: { type: 'string' },
      extension: { type: 'string' },
      interval: { type: 'string' },
    } as const
    return parseArgs({ options, allowPositionals: false }).values
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}

const given = readArguments()
const words = wordsFor('system', [Intl.DateTimeFormat().resolvedOptions().locale])
const { env, platform } = process
const policy = await loadPolicy(policyPartsOf({ env, platform, isPackaged: false }))
for (const notice of policy.notices) process.stderr.write(`${policyNoticeText(words, notice)}\n`)

const { settings, problems } = resolveSettings(policy.values, {
  ...(given.url === undefined ? {} : { baseUrl: given.url }),
  ...(given.extension === undefined ? {} : { extension: given.extension }),
})
for (const { source, key, why } of [...policy.problems, ...problems]) {
  const flag = key === 'baseUrl' ? '--url' : '--extension'
  const sentence = words.settings.problem(source, source === 'user' ? flag : key, why)
  if (source === 'user') refuse(sentence)
  process.stderr.write(`${sentence}\n`)
}
if (settings.extension === '') refuse(`No extension was given.\n${USAGE}`)

const code = readCode(process.env['RINGSIDE_CODE']) ?? policyCode(policy.values)
if (code === null)
  refuse(`No code was given: set RINGSIDE_CODE, or name a policy file in RINGSIDE_POLICY.\n${USAGE}`)

const least = leastPollSeconds(isLoopback(settings.baseUrl))
const { most } = SETTINGS.pollSeconds.shape
const pollSeconds = given.interval === undefined ? settings.pollSeconds : Number(given.interval) / 1000
if (!(pollSeconds >= least && pollSeconds <= most)) {
  refuse(`--interval must be from ${least * 1000} to ${most * 1000} milliseconds.`)
}

const clock = systemClock()
const session = createSession({
  client: createClient({ fetch: globalThis.fetch, now: clock.now, ...settings, code }),
  clock,
  random: Math.random,
  log: (line) => process.stderr.write(`${line}\n`),
  extension: settings.extension,
  pollSeconds,
  zone: settings.zone,
})

function stop(): void {
  session.stop()
  process.stderr.write(`${words.terminal.ended}\n`)
  process.exitCode = 0
}

const lines = createWatchLines({
  now: clock.now,
  out: (line) => process.stdout.write(`${line}\n`),
  say: (sentence) => process.stderr.write(`${sentence}\n`),
  words,
  extension: settings.extension,
})
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
process.stdout.once('error', stop)
process.stderr.write(`${words.terminal.watching(settings.extension, session.gapSeconds())}\n`)
lines.tell({ state: session.state(), events: [], poll: null })
session.subscribe(lines.tell)
session.start()
