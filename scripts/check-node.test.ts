import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const check = join(import.meta.dirname, 'check-node.cjs')

/** The output and exit code of a command on Node `version`: the check reads the version, the rest runs on this Node. */
function commandOn(version: string) {
  const script = `
    Object.defineProperty(process, 'versions', { value: { node: '${version}' } })
    require(${JSON.stringify(check)})
    console.log('runs')`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  return { status, printed: stdout + stderr }
}

it.each(['18.20.8', '20.20.2', '22.23.5', '24.15.0', '25.9.0', '26.0.0'])(
  'stops a command on Node %s, and names the Node that it needs',
  (version) => {
    expect(commandOn(version)).toEqual({
      status: 1,
      printed:
        `Ringside needs Node 24.16, 26.1 or newer, but this is Node ${version}. ` +
        '"npm ci" and then "npm rebuild" install one; where they don’t, install Node yourself.\n',
    })
  },
)

it.each([process.versions.node, '24.16.0', '26.1.0', '27.0.0'])(
  'lets a command run on Node %s',
  (version) => {
    expect(commandOn(version)).toEqual({ status: 0, printed: 'runs\n' })
  },
)
