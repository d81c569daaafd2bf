import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT } from '../program-source.ts'

const workflow = readFileSync(join(PROJECT, '.github/workflows/ci.yml'), 'utf8')
const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

const SCRIPTS = join(PROJECT, 'scripts/workflow')
const script = (name: string): string => readFileSync(join(SCRIPTS, name), 'utf8')

/** Each step's commands, in order. */
const commands = [...workflow.matchAll(/^ +(?:- )?run: (?:\|\n((?: {10,}.*\n|\n)+)|([^|\n].*))/gm)].map(
  ([, block, line]) => (block ?? line ?? '').trim(),
)

describe('the workflow', () => {
  it('runs on the three systems', () => {
    expect(workflow).toContain('os: [windows-latest, macos-latest, ubuntu-latest]')
    expect(workflow).toContain('runs-on: ${{ matrix.os }}')
    expect(workflow).toContain('fail-fast: false')
  })

  it('installs, audits, tests, tests on Electron, and packs, in this order', () => {
    const wanted = [
      'npm ci',
      'node node_modules/electron/install.js',
      'npm audit --audit-level=high',
      'npm test',
      'npm run e2e:electron',
      'npm run dist',
    ]
    const indexes = wanted.map((one) => commands.findIndex((text) => text.includes(one)))
    expect(indexes).not.toContain(-1)
    expect(indexes).toEqual(indexes.toSorted((a, b) => a - b))
  })

  it('calls only existing scripts', () => {
    const called = commands.flatMap((text) =>
      [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? ''),
    )
    expect(called.filter((name) => scripts[name] === undefined)).toEqual([])
  })

  // So that each can be tried without a runner.
  it('has one command per step, or a script', () => {
    for (const text of commands) {
      expect(text).not.toContain('\n')
      const [, script] = /^(scripts\/workflow\/[\w-]+\.sh)(?: |$)/.exec(text) ?? []
      if (script === undefined) expect(text).toMatch(/^(npm|node) /)
      // Windows has no such bit; git has.
      else if (process.platform !== 'win32')
        expect(statSync(join(PROJECT, script)).mode & 0o111, script).toBe(0o111)
    }
  })

  it.runIf(process.platform !== 'win32')(
    'has scripts that a shell can parse, and that say what they do',
    () => {
      for (const name of readdirSync(SCRIPTS)) {
        const { status, stderr } = spawnSync('sh', ['-n', join(SCRIPTS, name)], { encoding: 'utf8' })
        expect([name, status, stderr]).toEqual([name, 0, ''])
        expect(script(name)).toMatch(/^#!\/bin\/sh\n# .+\n[^]*^set -eu$/m)
      }
    },
  )

  it('gives Linux a display, a window manager, a session bus, a keychain, and something that shows notifications', () => {
    expect(commands).toContain('scripts/workflow/linux-desktop.sh npm run e2e:electron')
    const desktop = script('linux-desktop.sh')
    const parts = script('linux-parts.sh')
    for (const part of ['xvfb-run', 'dbus-run-session', 'openbox', 'dunst', 'gnome-keyring-daemon', 'weston'])
      expect(desktop).toContain(part)
    for (const part of ['xvfb', 'dbus-x11', 'openbox', 'dunst', 'gnome-keyring', 'weston', 'x11-utils'])
      expect(parts).toMatch(new RegExp(`\\b${part}\\b`))
  })

  it('audits Electron too, which ships although npm lists it among the development dependencies', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>
    }
    expect(devDependencies).toHaveProperty('electron')
    expect(commands.filter((text) => text.startsWith('npm audit'))).toEqual(['npm audit --audit-level=high'])
  })

  it('has read-only access to the source, and uses actions pinned to a commit, because a tag can be moved', () => {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read\n\n/m)
    expect(workflow).not.toMatch(/secrets\.|: write|pull_request_target/)
    const actions = [...workflow.matchAll(/uses: (.*)/g)].map(([, name]) => name)
    expect(actions.length).toBeGreaterThan(2)
    for (const action of actions) expect(action).toMatch(/^actions\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('uploads pictures and packages', () => {
    expect(workflow.match(/uses: actions\/upload-artifact@/g)).toHaveLength(2)
  })

  it('has valid YAML: two spaces per level, no tabs, no duplicate key', () => {
    expect(workflow).not.toContain('\t')
    const keys = workflow.split('\n').filter((line) => /^[\w-]+:/.test(line))
    expect(keys.map((line) => line.split(':')[0])).toEqual([
      'name',
      'on',
      'permissions',
      'concurrency',
      'jobs',
    ])
    for (const line of workflow.split('\n').filter((one) => /^ *[\w-]+:/.test(one)))
      expect((/^ */.exec(line)?.[0].length ?? 0) % 2).toBe(0)
  })
})
