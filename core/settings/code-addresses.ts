import { SETTINGS, type SettingKey, type Settings } from './settings.ts'

/**
 * The settings with addresses that receive the organisation's code, and for which purpose. A policy's code locks all of
 * them.
 */
export const CODE_ADDRESSES = [
  'baseUrl',
  'dialUrl',
  'statusUrl',
  'callLogUrl',
] as const satisfies readonly SettingKey[]

export type CodeAddress = (typeof CODE_ADDRESSES)[number]

/**
 * An origin that the code is for, and for which requests. `yes`: the code in use may be sent there. `confirm`: the code
 * was entered before this origin was set; since it is the vendor's, a confirmation is enough. `enter-again`: it isn't
 * the vendor's, so the code has to be entered again. `none`: there is no code yet; one that is entered will be sent
 * there.
 */
export interface CodeDestination {
  readonly origin: string
  readonly addresses: readonly CodeAddress[]
  readonly allowed: 'yes' | 'confirm' | 'enter-again' | 'none'
}

/**
 * The origin (scheme, host and port) that a code is bound to: another path on the same host is the same recipient. `''`
 * if the text isn't a URL.
 */
export const originOf = (url: string): string => URL.parse(url)?.origin ?? ''

/** The origins that receive the code with these settings, each once. */
export const codeOrigins = (settings: Pick<Settings, CodeAddress>): readonly string[] => [
  ...new Set(CODE_ADDRESSES.map((key) => originOf(settings[key])).filter((origin) => origin !== '')),
]

/**
 * The origins that receive the code, as the settings show them. `mayGo`: whether the code in use may be sent to an
 * origin; null while there is no code.
 */
export function codeDestinations(
  settings: Pick<Settings, CodeAddress>,
  mayGo: ((origin: string) => boolean) | null,
): readonly CodeDestination[] {
  return codeOrigins(settings).map((origin) => ({
    origin,
    addresses: CODE_ADDRESSES.filter((key) => originOf(settings[key]) === origin),
    allowed:
      mayGo === null ? 'none' : mayGo(origin) ? 'yes' : VENDORS.has(origin) ? 'confirm' : 'enter-again',
  }))
}

/** Ringside's default addresses. Any other may have been set by someone who wants to steal the code. */
const VENDORS: ReadonlySet<string> = new Set(CODE_ADDRESSES.map((key) => originOf(SETTINGS[key].byDefault)))
