import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scene } from './scene.ts'
import { openSceneJudge, type SceneJudge } from './scene-judge.ts'

/** Tests that each of these scenes can be read and used. Scenes are shared out among files, so that two cores have work. */
export function judgeScenes(what: string, scenes: readonly Scene[]): void {
  describe(what, () => {
    let judge: SceneJudge

    beforeAll(async () => {
      judge = await openSceneJudge()
    })
    afterAll(async () => judge.close())

    it.each(scenes.map((scene) => [scene.title, scene] as const))(
      'can be read and used in each theme, language and size: %s',
      async (_title, scene) => {
        expect(await judge.judge(scene)).toEqual([])
      },
    )
  })
}
