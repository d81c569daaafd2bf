import { defineAsyncComponent, h, type Component, type FunctionalComponent } from 'vue'
import { useWordsOnScreen } from './use-words.ts'

/** A component that is loaded when it is first shown, along with the sentences that only such components show. */
export function later<Loaded extends Component>(load: () => Promise<{ default: Loaded }>): Loaded
export function later(load: () => Promise<{ default: Component }>): Component {
  const loaded = defineAsyncComponent(async () => (await load()).default)
  const whenComplete: FunctionalComponent = (_props, { attrs, slots }) => {
    const words = useWordsOnScreen()
    if (words.all.value !== null) return h(loaded, attrs, slots)
    void words.complete()
    return null
  }
  whenComplete.inheritAttrs = false // it passes on everything it is given
  return whenComplete
}
