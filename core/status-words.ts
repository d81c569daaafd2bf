import type { AgentStatus, StatusWord } from './domain.ts'

/** A status from the API's documentation. */
export type NamedStatus = Exclude<StatusWord, 'unknown'>

/**
 * Their numbers in the API (`onlineUserStatus`, and `Status` when setting one), in the order in which they are offered;
 * 4, 6, 8 and 10 are undocumented.
 */
export const STATUS_NUMBERS = {
  login: 1,
  logout: 2,
  lunch: 3,
  administrative: 5,
  private: 7,
  'other-status': 9,
  training: 11,
  'team-meeting': 12,
  brief: 13,
} as const satisfies Readonly<Record<NamedStatus, number>>

export const isNamedStatus = (word: unknown): word is NamedStatus =>
  typeof word === 'string' && Object.hasOwn(STATUS_NUMBERS, word)

export const NAMED_STATUSES: readonly NamedStatus[] = Object.keys(STATUS_NUMBERS).filter(isNamedStatus)

/** Logged out or on a break: the phone receives no calls. */
export const isAway = (word: StatusWord): boolean => word !== 'login' && word !== 'unknown'

/** Whether the agent is known to be logged in; `status` is null before it is known. */
export const isLoggedIn = (status: AgentStatus | null): boolean =>
  status !== null && status.word !== 'logout' && status.word !== 'unknown'

/** The status with this number; undefined for an undocumented one. */
export const statusOfNumber = (number: number): NamedStatus | undefined =>
  NAMED_STATUSES.find((word) => STATUS_NUMBERS[word] === number)
