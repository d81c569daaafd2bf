import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSceneJudge, type SceneJudge } from './scene-judge.ts'
import { KEYS_SCENES } from './scenes/keys-scenes.ts'
import { OUTGOING_SCENES } from './scenes/outgoing-scenes.ts'
import { SETTINGS_SCENES } from './scenes/settings-scenes.ts'
import { TEMPLATE_SCENES } from './scenes/template-scenes.ts'

const SCENES = [...KEYS_SCENES, ...OUTGOING_SCENES, ...SETTINGS_SCENES, ...TEMPLATE_SCENES]

describe('the settings in every state', () => {
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
