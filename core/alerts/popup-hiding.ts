/** When the popup hides by itself. Times in epoch ms. */
export interface PopupHiding {
  /** When its latest ring appeared; null while nothing has. */
  readonly shownAt: number | null
  /** The pointer or the focus is in it. */
  readonly held: boolean
  /** When the pointer and the focus last left it; null if they were never in it. */
  readonly leftAt: number | null
}

/**
 * When it hides although its calls still ring: this long after the latest ring appeared, or after it was last used;
 * null for never. `seconds`: as set, 0 for "not before the ringing stops".
 */
export function popupHidesAt({ shownAt, held, leftAt }: PopupHiding, seconds: number): number | null {
  if (seconds === 0 || shownAt === null || held) return null
  return Math.max(shownAt, leftAt ?? shownAt) + seconds * 1_000
}
