import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>
}
const OWN = /^node -r \.\/scripts\/check-node\.cjs (?:scripts|simulator)\//
/** Runs automatically after an install. */
const NOT_TYPED = ['postinstall']

/** The output and exit code of a command of package.json, run as npm runs it. */
async function run(name: string, ...args: readonly string[]) {
  const child = spawn('npm', ['run', '--silent', name, '--', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  await once(child, 'close')
  return { code: child.exitCode, out, err }
}

const names = Object.keys(scripts).filter((name) => !NOT_TYPED.includes(name))
const isOwn = (name: string): boolean => OWN.test(scripts[name] ?? '')
const typed = (name: string): string => `npm ${['start', 'test'].includes(name) ? name : `run ${name}`}`

describe.each(names.filter(isOwn))('npm run %s', (name) => {
  it('prints its usage with --help, and does nothing else', async () => {
    const { code, out, err } = await run(name, '--help')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^${typed(name)}\\b.*\\n\\n[^]*^  --help +shows this help$`, 'm'))
    for (const line of out.split('\n').filter((one) => one.startsWith('  --')))
      expect(line).toMatch(/^ {2}--[a-z-]+(?: [A-Z]+)? +\S/)
  })

  // These pass unknown arguments on.
  it.skipIf(['dist', 'e2e'].includes(name))(
    'refuses an unknown flag, with one line and exit code 2',
    async () => {
      const { code, out, err } = await run(name, '--no-such-flag')
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(/^Unknown option '--no-such-flag'\. See .*--help\.\n$/)
    },
  )
})

describe.each(names.filter((name) => !isOwn(name)))('npm run %s, which runs a tool directly', (name) => {
  it('prints the tool’s usage with --help', async () => {
    const { code, out } = await run(name, '--help')
    expect(code).toBe(0)
    expect(out).toMatch(/usage|options/i)
  })
})
