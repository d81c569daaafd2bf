/** A setting that is saved as it is typed: what main last reported, and what was sent to it since. */
export function createOwnSaves() {
  let reported: string | null = null
  let sent: readonly string[] = []
  return {
    /** True if main has this text after the last save. */
    isLast: (text: string): boolean => (sent.at(-1) ?? reported) === text,
    sent: (text: string): void => void (sent = [...sent, text]),
    refused(text: string): void {
      const at = sent.indexOf(text)
      if (at !== -1) sent = sent.toSpliced(at, 1)
    },
    /** Takes what main reports; false for one's own saves, which must not replace what has been typed since. */
    isNews(text: string): boolean {
      if (text === reported) return false
      const at = sent.indexOf(text)
      reported = text
      sent = at === -1 ? [] : sent.slice(at + 1)
      return at === -1
    },
    /** Whatever main reports next is news. */
    forget(): void {
      reported = null
      sent = []
    },
  }
}
