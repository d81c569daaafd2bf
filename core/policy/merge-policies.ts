import { readCode } from '../settings/read-code.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { SettingProblem } from '../settings/setting-problem.ts'
import { SETTING_KEYS, SETTINGS } from '../settings/settings.ts'
import type { Policy, PolicyNotice, PolicyReading, PolicySource } from './policy.ts'

type Found = Extract<PolicyReading, { kind: 'found' }>

/**
 * All policies as one: each setting from the strongest policy with a good value for it. Readings are in order of
 * strength. Policies that disagree are reported, only by the setting's name.
 */
export function mergePolicies(readings: readonly PolicyReading[]): Policy {
  const found = bound(readings.filter((reading): reading is Found => reading.kind === 'found'))
  const verdicts = [...new Set(found.flatMap(({ values }) => Object.keys(values)))].map((key) =>
    judge(key, found),
  )
  return {
    values:
      found.length === 0 ? undefined : Object.fromEntries(verdicts.map(({ key, value }) => [key, value])),
    notices: [...readings.flatMap(unreadableNotice), ...verdicts.flatMap(({ notices }) => notices)],
    problems: verdicts.flatMap(({ problems }) => problems),
    locations: found.map(({ location }) => location),
  }
}

interface Verdict {
  readonly key: string
  readonly value: unknown
  readonly notices: readonly PolicyNotice[]
  readonly problems: readonly SettingProblem[]
}

function judge(key: string, found: readonly Found[]): Verdict {
  const setters = found.filter(({ values }) => Object.hasOwn(values, key))
  const best = Math.max(
    0,
    setters.findIndex(({ values }) => isGood(key, values[key])),
  )
  const [one, ...weaker] = setters.slice(best)
  const value = one?.values[key]
  return {
    key,
    value,
    notices: one === undefined ? [] : weaker.flatMap((other) => conflict(key, one.source, value, other)),
    problems: setters.slice(0, best).flatMap(({ values }) => problemsOf(key, values[key])),
  }
}

/**
 * A policy weaker than the one with a secret of the organisation must not decide where the secret is sent: where
 * that is a single user's, everybody on the computer may be able to write the weaker one.
 */
function bound(found: readonly Found[]): readonly Found[] {
  const locations = SETTING_KEYS.flatMap((key) => {
    const secret = SETTINGS[key].boundBy
    const from = found.findIndex(({ values }) => secret !== null && readCode(values[secret]) !== null)
    return from === -1 ? [] : [[key, from] as const]
  })
  return found.map((one, index) => {
    const barred = locations.filter(([, from]) => index > from).map(([key]): string => key)
    const allowed = Object.entries(one.values).filter(([key]) => !barred.includes(key))
    return { ...one, values: Object.fromEntries(allowed) }
  })
}

const conflict = (key: string, by: PolicySource, value: unknown, { source, values }: Found): PolicyNotice[] =>
  isSame(value, values[key]) ? [] : [{ kind: 'policy-conflict', key, by, over: source }]

/** Both are plain data, from JSON or the registry. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const problemsOf = (key: string, value: unknown): readonly SettingProblem[] =>
  readSettings('policy', { [key]: value }).problems

/** A list with a bad entry is still used without it, so only an entirely unusable value counts here. */
const isGood = (key: string, value: unknown): boolean =>
  problemsOf(key, value).every(({ key: location }) => location !== key)

function unreadableNotice(reading: PolicyReading): PolicyNotice[] {
  return reading.kind === 'unreadable'
    ? [{ kind: 'policy-unreadable', location: reading.location, why: reading.why }]
    : []
}
