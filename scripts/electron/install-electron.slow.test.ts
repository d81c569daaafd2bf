import { existsSync, readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { afterEach, expect, describe, it } from 'vitest'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import type { DownloadProgress } from './download-progress.ts'
import { findElectron } from './find-electron.ts'
import { installElectron } from './install-electron.ts'
import { START_LIMITS } from './start-limits.ts'
import { type ElectronMirror, electronMirror } from './testing/electron-mirror.ts'

const { downloadSilenceMs } = START_LIMITS

describe('installing Electron', () => {
  let mirror: ElectronMirror | null = null
  afterEach(() => mirror?.end())

  /** Runs the real installer against a server that responds like this. */
  async function install(send: (response: ServerResponse, zip: Buffer) => void) {
    mirror = await electronMirror(send)
    const clock = virtualClock()
    const progress: DownloadProgress[] = []
    let stop = (): void => undefined
    let unpacking = 0
    const { modules, env } = mirror
    const installation = installElectron({
      modules,
      env,
      clock,
      onProgress: (one) => void progress.push(one),
      onUnpacking: () => (unpacking += 1),
      onStop(run) {
        stop = run
        return () => (stop = () => undefined)
      },
    })
    const { requests } = mirror
    return {
      modules,
      requests,
      installation,
      clock,
      progress,
      unpacking: () => unpacking,
      stop: () => stop(),
    }
  }

  it('shows bytes and size, then unpacks', async () => {
    const { modules, installation, progress, unpacking, clock } = await install((response, zip) =>
      response.end(zip),
    )
    const path = findElectron(modules)
    expect(path).toBeNull()
    const installed = await installation
    expect(installed).toEqual({ kind: 'installed', path: findElectron(modules) })
    if (installed.kind === 'installed') expect(readFileSync(installed.path)).toHaveLength(4_000_000)
    expect(progress.at(-1)?.totalBytes).toBe(mirror?.zip.length)
    expect(progress.at(-1)?.transferredBytes).toBe(mirror?.zip.length)
    expect(unpacking()).toBe(1)
    expect(clock.waiting()).toBe(0)
  })

  it('continues for as long as data arrives', async () => {
    let sent = 0
    let more = (): void => undefined
    const { installation, clock, progress } = await install((response, zip) => {
      more = () => {
        const part = zip.subarray(sent, (sent += Math.ceil(zip.length / 4)))
        if (sent >= zip.length) response.end(part)
        else response.write(part)
      }
      more()
    })
    for (let quarter = 1; quarter < 4; quarter++) {
      await expect.poll(() => progress.at(-1)?.transferredBytes === sent, { timeout: 15_000 }).toBe(true)
      await clock.advance(downloadSilenceMs - 1)
      more()
    }
    expect((await installation).kind).toBe('installed')
    expect(clock.now()).toBeGreaterThan(2 * downloadSilenceMs)
  })

  it('gives up when no data arrives for a while, and tries again at the next call', async () => {
    const silent = await install((response, zip) => void response.write(zip.subarray(0, 1000)))
    await expect.poll(() => silent.progress.length, { timeout: 15_000 }).toBe(1)
    await silent.clock.advance(downloadSilenceMs)
    expect(await silent.installation).toEqual({
      kind: 'failed',
      why: 'its download received no data for 20 seconds',
    })
    const again = installElectron({
      ...START_PARTS,
      modules: silent.modules,
      env: mirror?.env ?? {},
      clock: silent.clock,
    })
    await expect.poll(silent.requests, { timeout: 15_000 }).toBe(2)
    await silent.clock.advance(downloadSilenceMs)
    await again
  })

  it.each([
    [
      'a refusal',
      (response: ServerResponse) => response.writeHead(403).end(),
      /^its download failed \(Response code 403 \(Forbidden\) for http/,
    ],
    [
      'a lost connection',
      (response: ServerResponse) => void response.destroy(),
      /^its download failed \(fetch failed: /,
    ],
    [
      'another file',
      (response: ServerResponse, zip: Buffer) => response.end(zip.map((byte) => byte ^ 1)),
      /^its download failed \(.*checksum/i,
    ],
  ])('gives the reason for %s', async (_, send, why) => {
    const { installation, modules } = await install(send)
    const { kind, ...rest } = await installation
    expect(kind).toBe('failed')
    expect(rest).toEqual({ why: expect.stringMatching(why) as string })
    expect(findElectron(modules)).toBeNull()
  })

  it('ends at Ctrl+C and leaves no part of the download behind', async () => {
    const { installation, progress, stop } = await install(
      (response, zip) => void response.write(zip.subarray(0, 1000)),
    )
    await expect.poll(() => progress.length, { timeout: 15_000 }).toBe(1)
    stop()
    expect(await installation).toEqual({ kind: 'stopped' })
    expect(existsSync(mirror?.env['electron_config_cache'] ?? '')).toBe(false)
  })
})

const START_PARTS = {
  onProgress: () => undefined,
  onUnpacking: () => undefined,
  onStop: () => () => undefined,
}
