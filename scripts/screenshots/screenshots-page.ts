import type { Scene } from '../../tests/visual/scene.ts'

const TITLES: Readonly<Record<string, string>> = {
  light: 'Light',
  dark: 'Dark',
  'high-contrast': 'High contrast',
  hebrew: 'Hebrew',
  large: 'Text at 200 %',
}

/** The index of the pictures, as Markdown: a section for each scene, its looks side by side. */
export function screenshotsPage(
  scenes: readonly Scene[],
  looks: readonly (readonly [string, unknown])[],
): string {
  const names = looks.map(([name]) => name)
  const head = [
    `| ${names.map((name) => TITLES[name] ?? name).join(' | ')} |`,
    `| ${names.map(() => '---').join(' | ')} |`,
  ]
  return [
    '# Screenshots',
    '',
    'Made by `npm run screenshots` from the built window in Chromium, with main played by tests/visual/scenes;',
    'tests/visual compares the window with them. How they stand beside the target: [looks.md](../looks.md).',
    '',
    ...scenes.map(({ name, title }) => `- [${title}](#${name})`),
    '',
    ...scenes.flatMap(({ name, title }) => [
      `## ${name}`,
      '',
      `${title}.`,
      '',
      ...head,
      `| ${names.map((look) => `![${title}, ${TITLES[look] ?? look}](${name}-${look}.png)`).join(' | ')} |`,
      '',
    ]),
  ].join('\n')
}
