import { existsSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Locked {
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
  readonly os?: string
  readonly cpu?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly bin?: Readonly<Record<string, string>>
}

const root = join(import.meta.dirname, '..', '..')
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')
const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> }
const { scripts, allowScripts } = JSON.parse(textOf('package.json')) as {
  scripts: Record<string, string>
  allowScripts: Record<string, boolean>
}
const { optionalDependencies } = JSON.parse(textOf('scripts/node/package.json')) as {
  optionalDependencies: Record<string, string>
}
const nodes = Object.keys(optionalDependencies).map((name) => ({
  name,
  locked: packages[`node_modules/${name}`] ?? {},
}))
const own = nodes.find(({ locked }) => locked.os === process.platform && locked.cpu === process.arch)

const nameOf = (path: string): string => path.replace(/.*node_modules\//, '')

/** According to the lockfile, which repeats what the registry said, or the package itself if it is installed. */
function runsAtInstall(path: string): boolean {
  if (packages[path]?.hasInstallScript === true || existsSync(join(root, path, 'binding.gyp'))) return true
  if (!existsSync(join(root, path, 'package.json'))) return false
  const manifest = JSON.parse(textOf(`${path}/package.json`)) as { scripts?: Record<string, string> }
  return ['preinstall', 'install', 'postinstall'].some((name) => name in (manifest.scripts ?? {}))
}

describe('npm ci', () => {
  it('installs nothing but what the lockfile lists by hash', () => {
    const fetched = Object.entries(packages).filter(([path]) => path.includes('node_modules/'))
    const loose = fetched.filter(
      ([, { link, integrity }]) => link !== true && !/^sha512-/.test(integrity ?? ''),
    )
    expect(fetched.length).toBeGreaterThan(300)
    expect(loose).toEqual([])
  })

  it('runs no package’s install script', () => {
    const paths = Object.keys(packages).filter((path) => path !== '' && runsAtInstall(path))
    expect(allowScripts).toEqual(Object.fromEntries(paths.map((path) => [nameOf(path), false])))
  })

  it('uses the registry configured by the user', () => {
    const addresses = Object.values(packages).flatMap(({ resolved }) => resolved ?? [])
    expect(addresses).toEqual(['scripts/node'])
  })

  it('installs Node for each system that Ringside runs on, for development and not to ship', () => {
    const systems = nodes.map(({ locked }) => `${locked.os} ${locked.cpu}`)
    expect(systems.toSorted()).toEqual([
      'darwin arm64',
      'darwin x64',
      'linux arm64',
      'linux x64',
      'win32 arm64',
      'win32 x64',
    ])
    for (const { name, locked } of nodes) {
      const node = locked.os === 'win32' ? 'bin/node.exe' : 'bin/node'
      expect({ name, ...locked }).toMatchObject({ name, dev: true, optional: true, bin: { node } })
    }
  })

  it.runIf(own)('puts that Node first on the path of npm’s scripts', () => {
    expect(process.execPath).toContain(join(root, 'node_modules', own?.name ?? '') + sep)
  })
})

it('checks Node before each command that is a script', () => {
  const unchecked = Object.entries(scripts).filter(
    ([, line]) => /\bnode\b/.test(line) && !line.startsWith('node -r ./scripts/check-node.cjs '),
  )
  expect(unchecked).toEqual([])
})
