// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { expect, it, onTestFinished } from 'vitest'
import { en } from '../../core/words/en.ts'
import { he } from '../../core/words/he.ts'
import { later } from './later.ts'
import { useAllWords, wordsKey } from './use-words.ts'
import { WORD_FILES } from './word-files.ts'
import { createWordsOnScreen } from './words-on-screen.ts'

const Shown = defineComponent({
  props: { count: { type: Number, required: true } },
  setup(props, { slots }) {
    const words = useAllWords()
    return () => h('p', [words.value.settings.search, props.count, slots['default']?.()])
  },
})

const text = '<Shown :count="3" id="shown">!</Shown>'

it('shows a component once it and its sentences are loaded, with all it is given, in each language', async () => {
  const words = createWordsOnScreen('en', en, WORD_FILES)
  const wrapper = mount(
    { components: { Shown: later(() => Promise.resolve({ default: Shown })) }, template: text },
    { global: { provide: { [wordsKey]: words } } },
  )
  onTestFinished(() => wrapper.unmount())
  expect(wrapper.text()).toBe('')
  await words.complete()
  await flushPromises()
  expect(wrapper.get('#shown').text()).toBe(`${en.settings.search}3!`)
  await words.speak('he')
  await flushPromises()
  expect(wrapper.get('#shown').text()).toBe(`${he.settings.search}3!`)
})

it('is needed for a component that uses all words', () => {
  const words = createWordsOnScreen('en', en, WORD_FILES)
  const mountIt = (): unknown =>
    mount(Shown, { props: { count: 1 }, global: { provide: { [wordsKey]: words } } })
  expect(mountIt).toThrow('without `later`')
})
