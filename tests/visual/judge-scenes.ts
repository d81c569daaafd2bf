import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scene } from './scene.ts'
import { openSceneJudge, type SceneJudge } from './scene-judge.ts'

/**
 * Tests that each of these scenes is readable and usable. The scenes are split among files, so that two cores can share
 * the work.
 */
export function judgeScenes(what: string, scenes: readonly Scene[]): void {
  describe(what, () => {
    let judge: SceneJudge

    beforeAll(async () => {
      judge = await openSceneJudge()
    })
    afterAll(async () => judge.close())

    it.each(scenes.map((scene) => [scene.title, scene] as const))(
      'is readable and usable in each theme, language and size: %s',
      async (_title, scene) => {
        expect(await judge.judge(scene)).toEqual([])
      },
    )
  })
}
