import type { Verdict } from './verdict.ts'

/**
 * The verdicts among the lines that the app printed. Throws, with the content of its stderr, if the app didn't finish.
 */
export function readVerdicts(lines: readonly string[], errors: readonly string[]): readonly Verdict[] {
  if (!lines.includes('no more beliefs'))
    throw new Error(`The app ended early.\n${[...lines, ...errors].join('\n')}`)
  return lines.flatMap((line): readonly Verdict[] => {
    const [, kind, name = '', , why = ''] = /^verdict\t(\w+)\t([^\t]+)(\t(.*))?$/.exec(line) ?? []
    if (kind === 'holds' || kind === 'elsewhere') return [{ name, kind }]
    return kind === 'refuted' || kind === 'open' ? [{ name, kind, why }] : []
  })
}
