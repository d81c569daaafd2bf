import { createPinia } from 'pinia'
import { createApp, type Component } from 'vue'
import { systemClock } from '../core/clock.ts'
import { chosenLanguage } from '../core/words/languages.ts'
import { createBridge } from './bridge.ts'
import { clockKey } from './composables/use-clock.ts'
import { WORD_FILES } from './composables/word-files.ts'
import { createTicker } from './composables/ticker.ts'
import { tickerKey } from './composables/use-now.ts'
import { wordsKey } from './composables/use-words.ts'
import { createWordsOnScreen } from './composables/words-on-screen.ts'
import { companionKey } from './use-companion.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/forced-colors.css'

/** Shows a page: the window or the ring popup. Rejects if its words can't be loaded. */
export async function startPage(root: Component): Promise<void> {
  const clock = systemClock()
  const bridge = createBridge()
  /** As set by main; if main does not respond, the browser's own. */
  const language = await bridge.request('settings:read').then(
    (settings) => settings.language,
    () => chosenLanguage('system', navigator.languages),
  )
  createApp(root)
    .provide(companionKey, bridge)
    .provide(wordsKey, createWordsOnScreen(language, await WORD_FILES.start(language), WORD_FILES))
    .provide(clockKey, clock)
    .provide(tickerKey, createTicker(clock, document))
    .use(createPinia())
    .mount('#app')
}
