import type { Phone } from '../domain.ts'

/** A caller's number in the form that a template requests; `''` if there is none in that form. */
export function phoneForm(phone: Phone, form: 'e164' | 'national' | 'digits'): string {
  switch (phone.kind) {
    case 'number':
      return form === 'digits' ? phone.national.replace(/\D/g, '') : phone[form]
    case 'digits': {
      const national = phone.national ?? phone.received
      return form === 'e164' ? '' : form === 'digits' ? national.replace(/\D/g, '') : national
    }
    case 'name':
    case 'withheld':
      return ''
  }
}
