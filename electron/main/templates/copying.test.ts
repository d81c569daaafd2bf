import { expect, it } from 'vitest'
import type { TeamRow } from '../../../core/surroundings.ts'
import { DEFAULT_SETTINGS } from '../../../core/settings/settings.ts'
import { somePhone } from '../../../core/testing/seen.ts'
import { wordsFor } from '../../../core/words/words-for.ts'
import { createCopying } from './copying.ts'

const ROW: TeamRow = {
  extension: 'SIPSIP1',
  person: 'Yael Mor',
  onlineUserId: 7,
  status: { word: 'login', number: 1 },
  statusSince: 0,
  phase: 'talking',
  since: 0,
  caller: { phone: somePhone, name: '', direction: 'incoming' },
  calls: 1,
}

function setUp(row: TeamRow | null, maskTeamNumbers = false) {
  const written: string[] = []
  const { copyTeam } = createCopying({
    companion: { templateCall: () => null, waitingPhone: () => null, teamRow: () => row },
    lastCall: () => null,
    configuration: { settings: () => ({ ...DEFAULT_SETTINGS, maskTeamNumbers }), copyTemplates: () => [] },
    words: () => wordsFor('en', []),
    now: () => 0,
    write: (text) => Promise.resolve(written.push(text)),
  })
  return { written, copyTeam }
}

it('copies a colleague’s extension, and the number of the caller there', async () => {
  const { copyTeam, written } = setUp(ROW)
  expect(await copyTeam('SIPSIP1', 'extension')).toEqual({ kind: 'copied' })
  expect(await copyTeam('SIPSIP1', 'caller')).toEqual({ kind: 'copied' })
  expect(written).toEqual(['SIPSIP1', '072-277-6772'])
})

it('returns no number if numbers are masked, withheld or absent, and nothing for someone not in the team', async () => {
  const withheld = { ...ROW, caller: { ...ROW.caller!, phone: { kind: 'withheld', received: '' } as const } }
  for (const { copyTeam, written } of [
    setUp(ROW, true),
    setUp(withheld),
    setUp({ ...ROW, caller: null }),
    setUp(null),
  ]) {
    expect(await copyTeam('SIPSIP1', 'caller')).toEqual({ kind: 'nothing-to-copy' })
    expect(written).toEqual([])
  }
  expect(await setUp(null).copyTeam('SIPSIP1', 'extension')).toEqual({ kind: 'nothing-to-copy' })
})
