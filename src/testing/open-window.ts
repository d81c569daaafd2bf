import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { onTestFinished, vi } from 'vitest'
import type { Component } from 'vue'
import { virtualClock, type VirtualClock } from '../../core/testing/virtual-clock.ts'
import { en } from '../../core/words/en.ts'
import App from '../App.vue'
import { createBridge } from '../bridge.ts'
import { WORD_FILES } from '../composables/word-files.ts'
import { createTicker } from '../composables/ticker.ts'
import { clockKey } from '../composables/use-clock.ts'
import { tickerKey } from '../composables/use-now.ts'
import { wordsKey } from '../composables/use-words.ts'
import { createWordsOnScreen } from '../composables/words-on-screen.ts'
import { companionKey } from '../use-companion.ts'
import type { FakeCompanion } from './fake-companion.ts'
import { playPopovers } from './popovers.ts'
import { NOW } from './samples.ts'

playPopovers()

/** In happy-dom the list of all four hundred takes longer than the other settings together. */
const ZONES = ['Asia/Jerusalem', 'Europe/London']

export interface OpenWindow {
  readonly wrapper: Pick<VueWrapper, 'text' | 'find' | 'findAll' | 'html' | 'unmount'>
  readonly clock: VirtualClock
  /** The first button with this accessible name. Throws Error if there is none. */
  button(name: string): HTMLButtonElement
  /** Clicks it and lets main respond. */
  click(name: string): Promise<void>
  /** The field with this label. Throws Error if there is none. */
  field(label: string): HTMLInputElement
  /** Types into the field with this label and leaves it. */
  fill(label: string, text: string): Promise<void>
}

/**
 * The full window, or one component of it, in the test's page with a fake companion. `hash`: the part of the window's
 * address after its path.
 */
export async function openWindow(
  companion: FakeCompanion,
  component: Component = App,
  hash = '',
): Promise<OpenWindow> {
  history.replaceState(null, '', `${location.pathname}${hash}`)
  const clock = virtualClock(NOW)
  const provide = {
    [companionKey]: createBridge(companion),
    [clockKey]: clock,
    [tickerKey]: createTicker(clock, document),
    [wordsKey]: createWordsOnScreen('en', en, WORD_FILES, en),
  }
  const zones = vi.spyOn(Intl, 'supportedValuesOf').mockReturnValue(ZONES)
  const wrapper = mount(component, { attachTo: document.body, global: { plugins: [createPinia()], provide } })
  onTestFinished(() => {
    wrapper.unmount()
    zones.mockRestore()
  })
  await settled()

  function button(name: string): HTMLButtonElement {
    const named = [...document.querySelectorAll('button')]
    return must(
      named.find((one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === name),
      name,
    )
  }

  function field(label: string): HTMLInputElement {
    const labels = [...document.querySelectorAll('label')]
    const id = must(
      labels.find((one) => one.textContent.trim() === label),
      label,
    ).htmlFor
    return must(
      [...document.querySelectorAll('input')].find((one) => one.id === id),
      label,
    )
  }

  return {
    wrapper,
    clock,
    button,
    async click(name) {
      button(name).click()
      await settled()
    },
    field,
    async fill(label, text) {
      const input = field(label)
      input.value = text
      input.dispatchEvent(new Event('input'))
      input.dispatchEvent(new Event('change'))
      await flushPromises()
    },
  }
}

/** Main has responded, and views that load when first opened are there. */
async function settled(): Promise<void> {
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
}

function must<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`nothing is named “${name}”`)
  return found
}
