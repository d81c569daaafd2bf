import { describe, expect, it } from 'vitest'
import { createWorld } from '../../simulator/world/world.ts'
import { extensionsAnswer } from '../../simulator/api/extensions-answer.ts'
import { otherWay } from '../../simulator/api/other-way.ts'
import { queuesAnswer } from '../../simulator/api/queues-answer.ts'
import type { Answers } from './ask-read-only.ts'
import type { Answered } from './guess.ts'
import { guessTable } from './guess-table.ts'
import { readGuesses } from './read-guesses.ts'

const NOW = Date.UTC(2026, 0, 15, 6)
const SECRETS = ['Dana', 'Noa Cohen', '0501234567', '972501234567', 'SIPSIP2', 'Sales line']

function answersOf(zone: string, write: (answer: unknown) => unknown): Answers {
  const world = createWorld({ seed: 7, scenario: 'quiet', startAt: NOW, zone })
  world.setQuiet(true)
  world.hand.call({ extension: 'SIPSIP2', phone: '0501234567', name: 'Noa Cohen', direction: 'Click2Call' })
  world.hand.wait({ extension: 'SIPSIP2', phone: '972501234567' })
  const account = { code: 'c', wrongCode: 'error' } as const
  const json = (body: unknown): Answered => ({
    kind: 'json',
    status: 200,
    body: write(body),
    receivedAt: NOW,
  })
  return {
    extensions: json(extensionsAnswer(world, account, { code: 'c' })),
    queues: json(queuesAnswer(world, account, { code: 'c' })),
    log: { kind: 'none', why: 'HTTP 404' },
  }
}

const here = (answers: Answers, guess: string): string | undefined =>
  readGuesses(answers).find((one) => one.guess.startsWith(guess))?.here

describe('the assumptions of the documentation', () => {
  const documented = answersOf('Asia/Jerusalem', (answer) => answer)
  const other = answersOf('UTC', otherWay)

  it.each([
    ['customdata', 'object (1)', 'list (1)'],
    ['recording', 'object (1)', 'list (1)'],
    ['keys may', 'none', /^serverTag/],
    ['times are', '+120 min (1)', '+0 min (1)'],
    ['a click-to-call', 'Click2Call Dialing (1)', 'Click2Call Dialing (1)'],
    ['an error', 'HTTP 200, ERR 0; HTTP 200, ERR 0', 'HTTP 200, ERR 0; HTTP 200, ERR 0'],
    ['numbers may', /^number \(\d+\)$/, /^number as text \(\d+\)$/],
    ['Callerextension', 'no response: HTTP 404', 'no response: HTTP 404'],
  ])('%s: as the response shows', (guess, one, two) => {
    for (const [said, expected] of [
      [here(documented, guess), one],
      [here(other, guess), two],
    ] as const) {
      if (typeof expected === 'string') expect(said).toBe(expected)
      else expect(said).toMatch(expected)
    }
  })

  it('include no person, number or extension, whatever the response contains', () => {
    const names = (answer: unknown): unknown =>
      JSON.parse(JSON.stringify(answer).replaceAll('"Click2Call"', '"Noa Cohen 0501234567"'))
    for (const answers of [documented, other, answersOf('UTC', names)]) {
      const table = guessTable(readGuesses(answers))
      for (const secret of SECRETS) expect(table).not.toContain(secret)
    }
  })

  it('say if nothing could be seen', () => {
    const none: Answered = { kind: 'none', why: 'HTTP 403: this computer’s address' }
    const table = readGuesses({ extensions: none, queues: none, log: none })
    expect(table.find(({ where }) => where === 'errors')?.here).toContain('HTTP 403')
    expect(table.every((one) => one.here !== '')).toBe(true)
  })
})
