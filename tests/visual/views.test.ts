import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSceneJudge, type SceneJudge } from './scene-judge.ts'
import { AROUND_SCENES } from './scenes/around-scenes.ts'
import { CALLS_SCENES } from './scenes/calls-scenes.ts'
import { HISTORY_SCENES } from './scenes/history-scenes.ts'
import { POPUP_SCENES } from './scenes/popup-scenes.ts'
import { PRIVACY_SCENES } from './scenes/privacy-scenes.ts'
import { RECORDING_SCENES } from './scenes/recording-scenes.ts'

const SCENES = [
  ...AROUND_SCENES,
  ...CALLS_SCENES,
  ...HISTORY_SCENES,
  ...POPUP_SCENES,
  ...PRIVACY_SCENES,
  ...RECORDING_SCENES,
]

describe('every view in every state', () => {
  let judge: SceneJudge

  beforeAll(async () => {
    judge = await openSceneJudge()
  })
  afterAll(async () => judge.close())

  it.each(SCENES.map((scene) => [scene.title, scene] as const))(
    'can be read and used in each theme, language and size: %s',
    async (_title, scene) => {
      expect(await judge.judge(scene)).toEqual([])
    },
  )
})
