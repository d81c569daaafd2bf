import { judgeScenes } from './judge-scenes.ts'
import { SETTING_SCENES } from './scenes/all-scenes.ts'

judgeScenes('the settings in every state', SETTING_SCENES)
