/** A setting that is saved as it is typed: what main last reported, and what was sent to it since. */
export interface OwnSaves {
  /** True if main has this text after the last save. */
  readonly isLast: (text: string) => boolean
  readonly sent: (text: string) => void
  readonly refused: (text: string) => void
  /** Takes what main reports; false for one's own saves, which must not replace what has been typed since. */
  readonly isNews: (text: string) => boolean
  /** Whatever main reports next is news. */
  readonly forget: () => void
}

export function createOwnSaves(): OwnSaves {
  let known: readonly string[] = []
  return {
    isLast: (text) => known.at(-1) === text,
    sent: (text) => void (known = [...known, text]),
    refused: (text) => void (known = known.filter((one) => one !== text)),
    isNews(text) {
      const at = known.lastIndexOf(text)
      known = at === -1 ? [text] : known.slice(at)
      return at === -1
    },
    forget: () => void (known = []),
  }
}
