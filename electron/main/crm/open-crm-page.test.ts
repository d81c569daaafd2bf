import { expect, it } from 'vitest'
import type { PageOpened } from '../../../core/contract.ts'
import { en } from '../../../core/words/en.ts'
import { createOpenCrmPage } from './open-crm-page.ts'

it.each<[PageOpened, readonly string[]]>([
  [{ kind: 'opened' }, []],
  [{ kind: 'refused', why: 'path-changed' }, [en.crmPage.urls['path-changed']]],
  [{ kind: 'no-such-rule' }, [en.crmPage.answers['no-such-rule']]],
  [{ kind: 'failed' }, [en.crmPage.answers.failed]],
])('shows why a page did not open, and nothing when it did: %j', async (answer, sentences) => {
  const shown: string[] = []
  await createOpenCrmPage({ open: () => answer, words: () => en, showFeedback: (text) => shown.push(text) })(
    'S/1',
    null,
  )
  expect(shown).toEqual(sentences)
})
