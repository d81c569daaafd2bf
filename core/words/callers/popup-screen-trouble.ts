import type { PopupScreenTrouble } from '../../popup-screen/popup-screen-view.ts'
import type { ResponseProblem } from '../../popup-screen/read-response.ts'
import type { WindowWords as Words } from '../words.ts'

/** What went wrong, as sentences; none if nothing did. */
export function troubleLines(trouble: PopupScreenTrouble | null, words: Words): readonly string[] {
  const { popupScreen } = words
  if (trouble === null) return []
  switch (trouble.kind) {
    case 'not-ok':
      return [popupScreen.notOk(trouble.status)]
    case 'partly':
      return trouble.problems.map((problem) => problemLine(problem, words))
    case 'not-stored':
      return [popupScreen.notStored]
    case 'too-many':
      return [popupScreen.tooMany]
    case 'refused':
    case 'limited':
    case 'faulty':
    case 'malformed':
    case 'unreachable':
      return [popupScreen.failure(trouble)]
  }
}

function problemLine(problem: ResponseProblem, { crmPage, popupScreen }: Words): string {
  if (problem.what !== 'page') return popupScreen.problems[problem.what]
  const { why } = problem
  return why === 'host-not-listed' || why === 'port'
    ? popupScreen.hostRefused
    : popupScreen.pageRefused(crmPage.urls[why])
}
