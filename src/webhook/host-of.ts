/** The host that an https address names before anything else, in small letters; null where none can be told. */
export function hostOf(url: string): string | null {
  return /^https:\/\/([a-z\d.-]+(?::\d+)?)(?:[/?#]|$)/i.exec(url.trim())?.[1]?.toLowerCase() ?? null
}
