/** How busy a centre is. Rates are means of a Poisson process. */
export interface Scenario {
  readonly agents: number
  /** Callers who dial a queue. */
  readonly callsPerHour: number
  /** Calls that agents place. */
  readonly outgoingPerHour: number
  /** How many free extensions of a queue ring for one caller. */
  readonly ringsAtOnce: number
  /** Agents go to lunch, to training, home. */
  readonly statusesChange: boolean
  /** A scripted play, in addition to random calls or instead of them. */
  readonly script: 'one-call' | 'demo' | null
}

/** `busy-shift` keeps twelve agents busy about three quarters of the time. */
export const SCENARIOS = {
  'one-call': {
    agents: 3,
    callsPerHour: 0,
    outgoingPerHour: 0,
    ringsAtOnce: 1,
    statusesChange: false,
    script: 'one-call',
  },
  'busy-shift': {
    agents: 12,
    callsPerHour: 95,
    outgoingPerHour: 20,
    ringsAtOnce: 3,
    statusesChange: true,
    script: null,
  },
  quiet: {
    agents: 6,
    callsPerHour: 12,
    outgoingPerHour: 3,
    ringsAtOnce: 2,
    statusesChange: true,
    script: null,
  },
  demo: {
    agents: 8,
    callsPerHour: 45,
    outgoingPerHour: 8,
    ringsAtOnce: 2,
    statusesChange: true,
    script: 'demo',
  },
} as const satisfies Readonly<Record<string, Scenario>>

export type ScenarioName = keyof typeof SCENARIOS

export const isScenarioName = (word: string): word is ScenarioName => Object.hasOwn(SCENARIOS, word)

/** The names of all scenarios, for a person to choose from. */
export const SCENARIO_NAMES: readonly ScenarioName[] = Object.keys(SCENARIOS).filter(isScenarioName)
