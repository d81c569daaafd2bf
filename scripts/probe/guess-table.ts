import type { Guess } from './guess.ts'

/** The assumptions as a plain-text table with aligned columns. */
export function guessTable(guesses: readonly Guess[]): string {
  const head = { where: 'where', guess: 'guess', here: 'here' }
  const rows = [head, ...guesses]
  const width = (key: 'where' | 'guess'): number => Math.max(...rows.map((row) => row[key].length))
  const [first, second] = [width('where'), width('guess')]
  return rows
    .map(({ where, guess, here }) => `${where.padEnd(first)}  ${guess.padEnd(second)}  ${here}\n`)
    .join('')
}
