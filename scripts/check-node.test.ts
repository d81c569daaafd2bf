import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const check = join(import.meta.dirname, 'check-node.cjs')

it('names the Node that is needed where Node does not read TypeScript', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--no-experimental-strip-types', '-r', check, 'scripts/start.ts'],
    { cwd: root, encoding: 'utf8' },
  )
  expect(stderr).toBe(
    `Ringside needs Node 22.18 or newer, but this is Node ${process.versions.node}. ` +
      '"npm ci" and then "npm rebuild" install one; where they don’t, install Node yourself.\n',
  )
  expect(status).toBe(1)
})

it('says nothing where Node does', () => {
  const { status, stderr } = spawnSync(process.execPath, ['-r', check, '-e', ''], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
