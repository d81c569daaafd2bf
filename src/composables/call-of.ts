import type { CallKey } from '../../core/domain.ts'

/** The call, or another row, whose card or row something is in; null if none. */
export const callOf = (target: EventTarget | null): CallKey | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-call]')?.dataset['call'] ?? null) : null
