import type { Part } from './parts.ts'

/** Licences that require only that their text is included. Any other needs a person's judgement. */
const FREE_TO_PASS_ON = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
]

/** LICENSES.txt: the included packages, their licences, and each licence's text. */
export function licencesText(parts: readonly Part[]): string {
  const list = parts.map(({ name, version, licence }) => `${name} ${version}: ${licence}`)
  const texts = parts.map((part) => [
    RULE,
    `${part.name} ${part.version} (${part.licence})`,
    '',
    textOf(part),
  ])
  return `${[INTRODUCTION, list, ...texts].map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** A sentence for each part whose licence requires more, or isn't given. */
export function licenceProblems(parts: readonly Part[]): readonly string[] {
  return parts
    .filter(({ licence }) => !FREE_TO_PASS_ON.includes(licence))
    .map(({ name, licence }) => `${name} is under ${licence === '' ? 'no stated licence' : licence}.`)
}

const RULE = '-'.repeat(78)

const INTRODUCTION = [
  'Ringside, its icons and its sounds are the project’s own.',
  'It contains the parts below. Those of Electron itself, including Chromium and Node, are in LICENSES.chromium.html.',
]

const textOf = ({ text, licence }: Part): string =>
  text === ''
    ? `The package has no text of its own; its licence is ${licence} (https://spdx.org/licenses/).`
    : text
