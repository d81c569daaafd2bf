import { SETTINGS, type SettingKey, type Settings } from './settings.ts'

/** The settings whose addresses are sent the organisation's code, and what for. Every one is locked by a policy's code. */
export const CODE_ADDRESSES = ['baseUrl', 'dialUrl', 'statusUrl'] as const satisfies readonly SettingKey[]

export type CodeAddress = (typeof CODE_ADDRESSES)[number]

/**
 * An origin of the set, and what is sent there. `yes`: the code in use may go there. `confirm`: the code was entered before
 * this origin belonged to the set, and a confirmation is enough, because it is the vendor's own. `enter-again`: it isn't,
 * so the code has to be entered again. `none`: there is no code yet; the one that is entered will go there.
 */
export interface CodeDestination {
  readonly origin: string
  readonly addresses: readonly CodeAddress[]
  readonly allowed: 'yes' | 'confirm' | 'enter-again' | 'none'
}

/** Scheme, host and port, which a code is bound to: a longer path on the same host is the same receiver. `''` for no URL. */
export const originOf = (url: string): string => URL.parse(url)?.origin ?? ''

/** The origins that the code is for by these settings, each once. */
export const codeOrigins = (settings: Pick<Settings, CodeAddress>): readonly string[] => [
  ...new Set(CODE_ADDRESSES.map((key) => originOf(settings[key])).filter((origin) => origin !== '')),
]

/** The set as it is shown. `mayGo`: whether the code in use may go to an origin; null while there is no code. */
export function codeDestinations(
  settings: Pick<Settings, CodeAddress>,
  mayGo: ((origin: string) => boolean) | null,
): readonly CodeDestination[] {
  return codeOrigins(settings).map((origin) => ({
    origin,
    addresses: CODE_ADDRESSES.filter((key) => originOf(settings[key]) === origin),
    allowed: mayGo === null ? 'none' : mayGo(origin) ? 'yes' : isVendors(origin) ? 'confirm' : 'enter-again',
  }))
}

const VENDORS: ReadonlySet<string> = new Set(CODE_ADDRESSES.map((key) => originOf(SETTINGS[key].byDefault)))

/** An address that Ringside itself names. Any other may have been set by someone who wants the code. */
const isVendors = (origin: string): boolean => VENDORS.has(origin)
