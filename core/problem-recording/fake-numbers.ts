import type { Phone } from '../domain.ts'
import type { FakeWords } from './fake-words.ts'

type PhoneNumber = Extract<Phone, { kind: 'number' }>

const FIRST_UNCHANGED = 2 // enough to distinguish mobile from landline, and no more
const LEAST_CHANGED = 4
const TRIES = 60

/**
 * Replaces phone numbers with others of the same country and kind. A number gets the same replacement however it
 * is written, in the form of the original; null when no equivalent can be found.
 */
export function createFakeNumbers(
  words: FakeWords,
  random: () => number,
  read: (received: string) => Phone,
): (form: string, number: PhoneNumber) => string | null {
  const fakes = new Map<string, string | null>()

  function find(code: string, national: string): string | null {
    const isWhole = (form: string, digits: string): boolean => {
      const phone = read(form + digits)
      return phone.kind === 'number' && phone.e164 === `+${code}${digits}`
    }
    // In each form the API could write the original in, the new one must be read the same way.
    const forms = ['', '0', code, `+${code}`, `00${code}`].map((form) => ({
      form,
      whole: isWhole(form, national),
    }))
    const readsAlike = (candidate: string): boolean =>
      forms.every(({ form, whole }) => words.isFree(form + candidate) && isWhole(form, candidate) === whole)
    for (let unchanged = FIRST_UNCHANGED; unchanged <= national.length - LEAST_CHANGED; unchanged++) {
      for (let tries = 0; tries < TRIES; tries++) {
        const drawn = Array.from(national.slice(unchanged), () => Math.floor(random() * 10)).join('')
        const candidate = national.slice(0, unchanged) + drawn
        if (candidate !== national && readsAlike(candidate)) return candidate
      }
    }
    return null
  }

  return (form, { e164, international }) => {
    const code = /^\+(\d+)/.exec(international)?.[1] ?? ''
    const national = e164.slice(1 + code.length)
    let fake = fakes.get(e164)
    if (fake === undefined) {
      fake = find(code, national)
      fakes.set(e164, fake)
    }
    return fake === null ? null : lastDigits(form, national.length, fake)
  }
}

/** `form` with its last digits replaced, wherever they are; null when it has too few. */
function lastDigits(form: string, count: number, digits: string): string | null {
  const matches = [...form.matchAll(/\p{Nd}/gu)].slice(-count)
  if (matches.length < count) return null
  const letters = form.split('')
  matches.forEach(({ index, 0: letter }, nth) => letters.splice(index, letter.length, digits.charAt(nth)))
  return letters.join('')
}
