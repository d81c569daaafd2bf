/**
 * `npm run elsewhere`: the tests on two simulated computers unlike this one. They differ in what happens to be the same
 * on most developers' computers: folder, user, rights, zone, language, fonts, browser. `--quick`: only the pictures and
 * the tests that start neither programs nor browsers, which take most of the time.
 */
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { given } from './command/given.ts'
import { copyCheckout } from './elsewhere/copy-checkout.ts'
import { OTHER_FONTS } from './elsewhere/other-fonts.ts'
import { giveTo, otherUser } from './elsewhere/other-user.ts'
import { plainEnv } from './elsewhere/plain-env.ts'
import { runNpm, type Step } from './elsewhere/run-npm.ts'
import { findBrowser } from './browser/find-browser.ts'

const ROOT = join(import.meta.dirname, '..')
const isQuick = given({
  name: 'elsewhere',
  does: 'Runs the tests as on two other computers: different folder, user, time zone, language, fonts and browser.',
  flags: {
    quick: { type: 'boolean', does: 'skips tests that start programs or browsers, except the pictures' },
  },
}).values.quick
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())

process.exitCode = await elsewhere()

async function elsewhere(): Promise<number> {
  if (process.platform === 'win32') {
    process.stderr.write('elsewhere: needs Linux or macOS.\n')
    return 2
  }
  const folder = await mkdtemp(join(tmpdir(), 'ringside-elsewhere-'))
  try {
    const steps = [...(await strangersCopy(folder)), ...(await otherScreen(folder))]
    const passed = steps.every((step) => step.passed)
    process.stdout.write(`\n${steps.map(({ line }) => line).join('\n')}\n`)
    process.stdout.write(`elsewhere: ${passed ? 'passed' : 'FAILED'}\n`)
    return passed ? 0 : 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * A copy in a folder with an unusual name, owned by another user and readable by nobody else; installed by `npm ci`.
 */
async function strangersCopy(folder: string): Promise<readonly Step[]> {
  const cwd = join(folder, 'Ringside של דנה é')
  const HOME = join(folder, 'home')
  const user = await otherUser()
  const browser = await findBrowser(process.env, process.platform)
  const language = 'he_IL.UTF-8'
  const languages = { LANG: language, LC_ALL: language, LANGUAGE: 'he' }
  const env = { ...plainEnv(process.env), TZ: 'Asia/Kolkata', ...languages }
  const umask = process.umask(0o077)
  await copyCheckout(ROOT, cwd)
  await mkdir(HOME)
  const as = user === null ? 'this user (only root can be another one)' : 'the user nobody'
  const heading = `As ${as} in a folder "${basename(cwd)}", umask 077, ${env.TZ}, ${language}:`
  // As the user who owns npm's cache, which is needed without a network.
  const install = ['ci', '--prefer-offline', '--no-audit', '--no-fund']
  const steps = [{ line: heading, passed: true }, await runNpm(install, { env, cwd, signal: stop.signal })]
  const RINGSIDE_BROWSER = user === null ? browser : await withinReach(browser, folder)
  if (user !== null) await giveTo(user, folder)
  const options = { env: { ...env, HOME, RINGSIDE_BROWSER }, cwd, signal: stop.signal, ...user }
  for (const script of isQuick === true ? ['unit'] : ['unit', 'slow', 'build', 'e2e'])
    steps.push(await runNpm(['run', script], options))
  process.umask(umask)
  return steps
}

/** The browser's path, or that of a copy if nobody else can access it. */
async function withinReach(browser: string, folder: string): Promise<string> {
  if (!browser.startsWith(join(homedir(), '/'))) return browser
  await cp(dirname(browser), join(folder, 'browser'), { recursive: true })
  return join(folder, 'browser', basename(browser))
}

/** This checkout, with other fonts and a Chromium that reports a newer version. */
async function otherScreen(folder: string): Promise<readonly Step[]> {
  const FONTCONFIG_FILE = join(folder, 'fonts.conf')
  const RINGSIDE_BROWSER = join(folder, 'newer-chromium')
  const pass = join(import.meta.dirname, 'elsewhere/newer-chromium.ts')
  const words = [process.execPath, pass, await findBrowser(process.env, process.platform)]
  const quoted = words.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ')
  await writeFile(FONTCONFIG_FILE, OTHER_FONTS)
  await writeFile(RINGSIDE_BROWSER, `#!/bin/sh\nexec ${quoted} "$@"\n`)
  await chmod(RINGSIDE_BROWSER, 0o755)
  const env = { ...plainEnv(process.env), TZ: 'America/New_York', FONTCONFIG_FILE, RINGSIDE_BROWSER }
  const steps = [{ line: `In other fonts, by a newer Chromium, ${env.TZ}:`, passed: true }]
  const visual = ['run', 'visual', ...(isQuick === true ? ['--', 'tests/visual/pictures.test.ts'] : [])]
  for (const script of [['run', 'unit'], visual])
    steps.push(await runNpm(script, { env, cwd: ROOT, signal: stop.signal }))
  return steps
}
