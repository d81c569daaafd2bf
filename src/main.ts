import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { systemClock } from '../core/clock.ts'
import App from './App.vue'
import { createBridge } from './bridge.ts'
import { clockKey } from './composables/use-clock.ts'
import { createTicker } from './composables/ticker.ts'
import { tickerKey } from './composables/use-now.ts'
import { companionKey } from './stores/use-companion.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/forced-colors.css'

const clock = systemClock()

createApp(App)
  .provide(companionKey, createBridge())
  .provide(clockKey, clock)
  .provide(tickerKey, createTicker(clock, document))
  .use(createPinia())
  .mount('#app')
