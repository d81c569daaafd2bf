import { startPage } from '../start-page.ts'
import RingPopup from './RingPopup.vue'

await startPage(RingPopup)
