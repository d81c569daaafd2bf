import { format } from 'oxfmt'
import { POLICY_KEYS, type PolicyKey } from '../../core/policy/policies.ts'
import type { PolicyGroup, SettingShape } from '../../core/settings/setting.ts'
import { defaultText } from './adml.ts'
import { groups, policyOf } from './admx.ts'
import { POLICY_WORDS_EN } from './policy-words-en.ts'

const HEAD = `# What a policy can set

<!-- Written by \`npm run generate\` from core/settings/ and scripts/policy/. -->

A policy gives the organisation’s values. What it sets is shown as locked, and no agent can change it.

## Where it is read from

The strongest first; each setting is taken from the strongest policy that has a usable value for it.

| | Windows | macOS | Linux |
| --- | --- | --- | --- |
| 1. computer policy | registry, \`HKLM\\Software\\Policies\\Ringside\` | \`/Library/Managed Preferences/Ringside.Desktop.plist\` | – |
| 2. user policy | registry, \`HKCU\\Software\\Policies\\Ringside\` | \`/Library/Managed Preferences/USER/Ringside.Desktop.plist\` | – |
| 3. policy file | – | \`/Library/Application Support/Ringside/policy.json\` | \`/etc/ringside/policy.json\` |

A file named in the environment variable \`RINGSIDE_POLICY\` replaces all of these, unless the program is installed and the computer has a policy.

- Policies are read when Ringside starts. A change takes effect at the next start.
- Two policies that disagree are reported in the settings, with the one that wins.
- A value of the wrong type or outside its limits, or an unknown key, is reported and ignored; the rest applies.
- A file that isn’t valid JSON, or a registry that refuses or doesn’t respond within two seconds, is reported; Ringside keeps watching with the rest.
- With \`code\`, \`baseUrl\`, \`muteUrl\`, \`dialUrl\`, \`statusUrl\` and \`callLogUrl\` are never taken from a weaker policy than the one with the code, and never from the agent. The same applies to \`webhookSecret\` and \`webhook\`.
- **Only administrators may be able to change the file.** Otherwise it is reported and ignored: if it isn't owned by root, if others can write it or its folder, or if the system doesn't say. Windows has no file: there, a user can hide who may write one.
- An ignored \`RINGSIDE_POLICY\` is reported. Elsewhere it applies to that person only, whoever can write the file.
- **A code in the registry's \`HKLM\` can be read by every user of that computer**, and so can the policy file, unless only its group may read it. If that is too much, leave \`code\` out of the policy and type it once at each desk: the system's keychain then protects it.

Windows: copy \`resources/admx\` into \`PolicyDefinitions\` of the computer or the domain (\`ringside.admx\`, with its texts in \`en-US\` and \`he-IL\`). In the registry a switch is 0 or 1, a list has one entry per line, JSON may be on one or more lines, and the values of \`sounds\`, \`blinks\` and \`globalKeys\` are under a key of that name. macOS: a configuration profile for the domain \`Ringside.Desktop\`, with the types of JSON.
`

/** The complete text of docs/policy.md. */
export async function policyPage(): Promise<string> {
  const page = [HEAD, ...groups().map(section)].join('\n')
  return (await format('policy.md', page, { printWidth: 110 })).code
}

const section = (group: PolicyGroup): string => `
## ${POLICY_WORDS_EN.groups[group]}

| key | default | allowed | registry | |
| --- | --- | --- | --- | --- |
${POLICY_KEYS.filter((key) => policyOf(key).group === group)
  .map(row)
  .join('\n')}
`

function row(key: PolicyKey): string {
  const [name, explanation] = POLICY_WORDS_EN.policies[key]
  const value = defaultText(key)
  const cells = [
    `\`${key}\``,
    value === null ? '' : `\`${value}\``,
    limits(policyOf(key).shape),
    registryType(policyOf(key).shape),
    `**${name}.** ${explanation.replaceAll(/(\{[^}]*\})/g, '`$1`')}`.trim(),
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function limits(shape: SettingShape): string {
  switch (shape.kind) {
    case 'flag':
      return '`true`, `false`'
    case 'number':
      return `${shape.least} to ${shape.most}`
    case 'choice':
      return shape.among.map((value) => `\`"${value}"\``).join(', ')
    case 'text':
      return 'text'
    case 'key':
      return 'keys, or `null`'
    case 'list':
      return ['list of texts', ...shape.words.map((word) => `\`"${word}"\``)].join(', or ')
    case 'json':
      return 'object or list'
    case 'group':
      return `${shape.keys.map((key) => `\`${key}\``).join(', ')}: ${limits(shape.of)}`
  }
}

function registryType(shape: SettingShape): string {
  switch (shape.kind) {
    case 'flag':
    case 'number':
      return 'REG_DWORD'
    case 'choice':
    case 'text':
    case 'key':
      return 'REG_SZ'
    case 'list':
    case 'json':
      return 'REG_MULTI_SZ'
    case 'group':
      return `key; ${registryType(shape.of)}`
  }
}
