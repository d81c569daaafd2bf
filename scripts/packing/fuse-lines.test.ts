import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFuses } from './fuse-lines.ts'
import { writeStandInElectron } from './stand-in-electron.ts'

describe('the fuses of a binary', () => {
  let folder = ''
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-fuses-'))
    await writeStandInElectron(folder)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('are reported as wrong if they are as Electron ships them', async () => {
    const { problems } = await readFuses(join(folder, 'electron'))
    expect(problems).toContain('The fuse RunAsNode is on.')
    expect(problems).toContain('The fuse OnlyLoadAppFromAsar is off.')
  })

  it('are right once set, and one that was left out is named', async () => {
    await flipFuses(join(folder, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    })
    const { problems } = await readFuses(join(folder, 'electron'))
    expect(problems).toEqual(['The fuse EnableNodeCliInspectArguments is on.'])
  })
})
