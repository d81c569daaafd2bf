import { flushPromises } from '@vue/test-utils'
import { vi } from 'vitest'

/** The drawn rows of the history. */
export const historyRows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('ul.list > li')]

/** Opens a row, or closes it. */
export async function turnRow(index = 0): Promise<void> {
  historyRows()[index]?.querySelector<HTMLButtonElement>('.turn')?.click()
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
}

/** Types into the field that a selector finds. Throws Error if there is none. */
export async function typeInto(selector: string, words: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)
  if (field === null) throw new Error(`no ${selector}`)
  field.value = words
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}
