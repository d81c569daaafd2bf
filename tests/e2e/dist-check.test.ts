import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const script = fileURLToPath(new URL('../../scripts/dist-check.ts', import.meta.url))

it('contains only the build, has its fuses set, and rings', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [script])
  expect(stdout).toContain('accepted by electron-builder')
  expect(stdout).toContain('includes resources/installer.nsh, which protects its folder')
  expect(stdout).toMatch(/out\/main\/index\.js/)
  expect(stdout).toMatch(/Integrity: SHA-256 of the header [0-9a-f]{64}/)
  expect(stdout).toContain('RunAsNode: off')
  expect(stdout).toContain('OnlyLoadAppFromAsar: on')
  expect(stdout).toMatch(/Started from the archive in the browser host: alert: .+/)
  expect(stdout).toContain('All is well.')
}, 120_000)
