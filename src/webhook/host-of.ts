/** The host at the start of an https address, in lower case; null if unknown. */
export function hostOf(url: string): string | null {
  return /^https:\/\/([a-z\d.-]+(?::\d+)?)(?:[/?#]|$)/i.exec(url.trim())?.[1]?.toLowerCase() ?? null
}
