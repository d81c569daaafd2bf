import type { Call, CopyWhat } from '../domain.ts'
import type { NumberFormat } from '../settings/settings.ts'
import { phoneText } from './formats.ts'

/** What can be copied of a call by itself, live, missed or kept. */
export type Copyable = Pick<Call, 'ivrid' | 'phone' | 'name' | 'did'>

/** The text that a copy of one detail gives; numbers in the set form. `''` when there is nothing to copy. */
export function copyText(
  call: Copyable,
  what: Exclude<CopyWhat, 'card'>,
  numberFormat: NumberFormat,
): string {
  switch (what) {
    case 'number':
      return phoneText(call.phone, numberFormat)
    case 'name':
      return call.name
    case 'did':
      return call.did === null ? '' : phoneText(call.did, numberFormat)
    case 'ivrid':
      return call.ivrid
  }
}
