import { CALL_LOG_QUIRKS, type CallLogQuirk } from '../../../simulator/api/call-log-quirks.ts'

/** What can be wrong with the call log for a while. */
export type LogFault = (typeof LOG_FAULTS)[number]

export const LOG_FAULTS = [
  ...CALL_LOG_QUIRKS.filter((quirk): quirk is Exclude<CallLogQuirk, 'log-late'> => quirk !== 'log-late'),
  'lag', // records appear later than usual
  'lost', // no response
  'connection-refused',
  'dropped',
  'half-body',
  'cut-short',
  'not-json',
  'wrong-shape',
  'web-page',
  '403',
  '404',
  '429',
  '500',
] as const
