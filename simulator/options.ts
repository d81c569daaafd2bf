import { parseArgs } from 'node:util'
import type { WrongCode } from './api/authorise.ts'
import type { Answers } from './api/other-way.ts'
import type { Lag } from './world/call-log.ts'
import { SCENARIO_NAMES, type ScenarioName } from './world/scenario.ts'

/** What the command line requested. */
export interface Options {
  readonly port: number
  readonly seed: number
  readonly scenario: ScenarioName
  readonly speed: number
  readonly zone: string
  readonly wrongCode: WrongCode
  readonly answers: Answers
  readonly lag: Lag
  readonly code: string
  /** Whether the code is the default one from the README, so that it may be shown. */
  readonly usualCode: boolean
}

export type ReadOptions =
  | { readonly kind: 'options'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly line: string }

export const DEFAULT_CODE = 'demo-code'
const FASTEST = 10_000

/** Usage, for `--help`. */
export const USAGE = `npm run simulator -- [options]

  --port N           the port on 127.0.0.1; 0 picks a free one          (4700)
  --seed N           the day: the same seed gives the same day           (7)
  --scenario NAME    ${SCENARIO_NAMES.join(', ')}            (busy-shift)
  --speed N          virtual seconds per real second                     (1)
  --zone ZONE        the account's wall clock, an IANA zone              (Asia/Jerusalem)
  --wrong-code WORD  the response to a wrong code: error or empty        (error)
  --answers WORD     how responses are written: documented or other      (documented)
  --log-lag S-S      seconds until a call is in the call log             (60-300)
  --code CODE        the account's code; better set in SIMULATOR_CODE    (${DEFAULT_CODE})
  --help             shows this help
`

class Problem extends Error {}

const FLAGS = {
  port: { type: 'string', default: '4700' },
  seed: { type: 'string', default: '7' },
  scenario: { type: 'string', default: 'busy-shift' },
  speed: { type: 'string', default: '1' },
  zone: { type: 'string', default: 'Asia/Jerusalem' },
  'wrong-code': { type: 'string', default: 'error' },
  answers: { type: 'string', default: 'documented' },
  'log-lag': { type: 'string', default: '60-300' },
  code: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

function whole(name: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN
  if (value <= most) return value
  throw new Problem(`--${name} must be a whole number from 0 to ${most}, not "${text}".`)
}

function speed(text: string): number {
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : NaN
  if (value > 0 && value <= FASTEST) return value
  throw new Problem(`--speed must be a number above 0, up to ${FASTEST}, not "${text}".`)
}

function oneOf<T extends string>(name: string, text: string, words: readonly T[], said: string): T {
  const word = words.find((one) => one === text)
  if (word !== undefined) return word
  throw new Problem(`--${name} must be ${said}, not "${text}".`)
}

function lag(text: string): Lag {
  const [, least = '', most = ''] = /^(\d{1,5})-(\d{1,5})$/.exec(text) ?? []
  if (least !== '' && Number(least) <= Number(most))
    return { leastMs: Number(least) * 1000, mostMs: Number(most) * 1000 }
  throw new Problem(`--log-lag must be two numbers of seconds such as 60-300, not "${text}".`)
}

function zone(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    throw new Problem(`--zone must be a time zone such as Asia/Jerusalem, not "${text}".`)
  }
}

/** Reads the command line. `environment` may contain SIMULATOR_CODE. Never throws. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): ReadOptions {
  try {
    const { values } = parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false })
    if (values.help) return { kind: 'help' }
    const code = values.code ?? (environment['SIMULATOR_CODE'] || DEFAULT_CODE)
    if (code === '') throw new Problem('--code must not be empty.')
    const options = {
      port: whole('port', values.port, 65_535),
      seed: whole('seed', values.seed, Number.MAX_SAFE_INTEGER),
      scenario: oneOf('scenario', values.scenario, SCENARIO_NAMES, `one of ${SCENARIO_NAMES.join(', ')}`),
      speed: speed(values.speed),
      zone: zone(values.zone),
      wrongCode: oneOf('wrong-code', values['wrong-code'], ['error', 'empty'], 'error or empty'),
      answers: oneOf('answers', values.answers, ['documented', 'other'], 'documented or other'),
      lag: lag(values['log-lag']),
      code,
      usualCode: code === DEFAULT_CODE,
    }
    return { kind: 'options', options }
  } catch (error) {
    return { kind: 'problem', line: oneLine(error) }
  }
}

/** Node's own messages have several sentences; the first one is enough. */
function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof Problem) return message
  const [first = ''] = message.split(/\n|\. /)
  return `${first.replace(/\.$/, '')}. See --help.`
}
