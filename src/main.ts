import App from './App.vue'
import { startPage } from './start-page.ts'

await startPage(App)
