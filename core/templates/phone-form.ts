import type { Phone } from '../domain.ts'

/** A caller's number in the form a template asks for; `''` where there is none in that form. */
export function phoneForm(phone: Phone, form: 'e164' | 'national' | 'digits'): string {
  switch (phone.kind) {
    case 'number':
      return form === 'digits' ? phone.national.replace(/\D/g, '') : phone[form]
    case 'digits':
      return form === 'e164' ? '' : form === 'digits' ? phone.received.replace(/\D/g, '') : phone.received
    case 'name':
    case 'withheld':
      return ''
  }
}
