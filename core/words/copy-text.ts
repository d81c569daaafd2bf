import type { Call, CopyWhat } from '../domain.ts'
import type { NumberFormat } from '../settings/settings.ts'
import { phoneText } from './formats.ts'

/** The details of a live, missed or stored call that can be copied separately. */
export type Copyable = Pick<Call, 'ivrid' | 'phone' | 'name' | 'did'>

/** The copied text of one detail; numbers in the configured form. `''` if there is nothing to copy. */
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
