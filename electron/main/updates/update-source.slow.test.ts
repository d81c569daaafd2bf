import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import electronUpdater from 'electron-updater'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withAppImageRollback } from './appimage-rollback.ts'
import { createUpdateSource, updateFailure, type UpdateSource } from './update-source.ts'

// electron-updater itself, for an AppImage: its own way of fetching a file, over Node's network instead of Electron's.
const require = createRequire(import.meta.url)
const { NodeHttpExecutor } = require('builder-util') as { NodeHttpExecutor: new () => object }
const { ElectronHttpExecutor } = require('electron-updater/out/electronHttpExecutor') as {
  ElectronHttpExecutor: { prototype: { download: unknown } }
}
const httpExecutor = Object.assign(new NodeHttpExecutor(), {
  download: ElectronHttpExecutor.prototype.download,
})
const GOOD = 'a program'
const sha512 = (text: string): string => createHash('sha512').update(text).digest('base64')

describe('electron-updater against a server', () => {
  let folder = ''
  let server: Server
  let source: UpdateSource
  let served: Record<string, string> = {}
  const asked: string[] = []

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-updates-'))
    asked.length = 0
    server = createServer((request, response) => {
      const path = (request.url ?? '').replace(/\?.*$/, '')
      asked.push(path)
      const body = served[path]
      response.writeHead(body === undefined ? 404 : 200).end(body)
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const running = join(folder, 'Ringside.AppImage')
    writeFileSync(running, 'the running one')
    process.env['APPIMAGE'] = running
    writeFileSync(join(folder, 'app-update.yml'), 'updaterCacheDirName: ringside-updater\n')
    const app = {
      version: '0.1.0',
      name: 'Ringside',
      isPackaged: true,
      appUpdateConfigPath: join(folder, 'app-update.yml'),
      userDataPath: folder,
      baseCachePath: join(folder, 'cache'),
      whenReady: () => Promise.resolve(),
      relaunch: () => undefined,
      quit: () => undefined,
      onQuit: () => undefined,
    }
    const updater = new electronUpdater.AppImageUpdater(null, app)
    Object.assign(updater, { httpExecutor })
    const quiet = { info: () => undefined, warn: () => undefined }
    source = withAppImageRollback(createUpdateSource(updater, quiet), running)
  })
  afterEach(() => {
    delete process.env['APPIMAGE']
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  function offer(version: string, content = GOOD, hash = sha512(content), channel = 'latest'): void {
    const path = `Ringside-${version}.AppImage`
    served = {
      [`/${channel}-linux.yml`]: `version: ${version}\nfiles:\n  - url: ${path}\n    sha512: ${hash}\n    size: ${content.length}\npath: ${path}\nsha512: ${hash}\nreleaseDate: '2026-11-22T00:00:00.000Z'\n`,
      [`/${path}`]: content,
    }
    source.configure({
      updateServer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      updateChannel: channel === 'beta' ? 'beta' : 'latest',
    })
  }

  const pending = (): readonly string[] => {
    const at = join(folder, 'cache', 'ringside-updater', 'pending')
    try {
      return readdirSync(at).filter((name) => name.endsWith('.AppImage'))
    } catch {
      return []
    }
  }

  it('finds a newer version, and fetches nothing before it is requested', async () => {
    offer('0.2.0')
    expect(await source.check()).toBe('0.2.0')
    expect(asked).toEqual(['/latest-linux.yml'])
    await source.download()
    expect(pending()).toEqual(['Ringside-0.2.0.AppImage'])
  })

  it.each(['0.1.0', '0.0.9'])('ignores %s: an older version is never installed', async (version) => {
    offer(version)
    expect(await source.check()).toBeNull()
  })

  it('requests the configured channel', async () => {
    offer('0.2.0', GOOD, sha512(GOOD), 'beta')
    expect(await source.check()).toBe('0.2.0')
    expect(asked).toEqual(['/beta-linux.yml'])
  })

  it.each([
    ['changed on the way', 'another program', sha512(GOOD)],
    ['cut short', 'a pro', sha512(GOOD)],
  ])('refuses and removes a file that was %s; the running one stays intact', async (_what, content, hash) => {
    offer('0.2.0', content, hash)
    await source.check()
    const error: unknown = await source.download().catch((failed: unknown) => failed)
    expect(updateFailure(error)).toBe('damaged')
    expect(pending()).toEqual([])
    expect(readFileSync(join(folder, 'Ringside.AppImage'), 'utf8')).toBe('the running one')
  })

  it('distinguishes an invalid list of versions from a server that can’t be reached', async () => {
    offer('0.2.0')
    served['/latest-linux.yml'] = '<html>log in first</html>'
    expect(updateFailure(await source.check().catch((error: unknown) => error))).toBe('damaged')
    await new Promise((resolve) => server.close(resolve))
    expect(updateFailure(await source.check().catch((error: unknown) => error))).toBe('unreachable')
  })

  it('leaves the running one intact when the new one can’t replace it', async () => {
    offer('0.2.0')
    await source.check()
    await source.download()
    rmSync(join(folder, 'cache'), { recursive: true })
    expect(() => source.install(false)).toThrow()
    expect(readFileSync(join(folder, 'Ringside.AppImage'), 'utf8')).toBe('the running one')
    expect(readdirSync(folder)).not.toContain('Ringside.AppImage.kept')
  })

  it('throws when there is nothing to install', async () => {
    offer('0.2.0')
    await source.check()
    expect(() => source.install(false)).toThrow()
    expect(readFileSync(join(folder, 'Ringside.AppImage'), 'utf8')).toBe('the running one')
  })
})
