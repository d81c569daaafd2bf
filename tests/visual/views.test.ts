import { judgeScenes } from './judge-scenes.ts'
import { VIEW_SCENES } from './scenes/all-scenes.ts'

judgeScenes('every view in every state', VIEW_SCENES)
