import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { createDoNotDisturb, type RunProgram } from './do-not-disturb.ts'

const ask = (platform: NodeJS.Platform, desktop: string, run: RunProgram) =>
  createDoNotDisturb({ platform, desktop, appId: 'Some.App', run, clock: virtualClock() })()

const says =
  (text: string | null): RunProgram =>
  () =>
    Promise.resolve(text)

describe('do-not-disturb', () => {
  it.each([
    ['ubuntu:GNOME', 'false\n', 'on'],
    ['GNOME', 'true\n', 'off'],
    ['GNOME', "No such key 'show-banners'", 'unknown'],
    ['GNOME', null, 'unknown'],
    ['KDE', 'b true\n', 'on'],
    ['KDE', 'b false\n', 'off'],
    ['KDE', null, 'unknown'],
    ['XFCE', 'false', 'unknown'],
    ['', 'false', 'unknown'],
  ])('on a %s desktop that reports %j it is %s', async (desktop, text, state) => {
    expect(await ask('linux', desktop, says(text))).toBe(state)
  })

  it('is on if Windows has notifications or their banners switched off, and never certainly off', async () => {
    const off: RunProgram = (_program, args) =>
      Promise.resolve(
        `    ${args.at(-1)}    REG_DWORD    ${args.at(-1) === 'ToastEnabled' ? '0x1' : '0x0'}\r\n`,
      )
    expect(await ask('win32', '', off)).toBe('on')
    expect(await ask('win32', '', says('    ToastEnabled    REG_DWORD    0x1\r\n'))).toBe('unknown')
    expect(await ask('win32', '', says(null))).toBe('unknown')
  })

  it.each(['Enabled', 'ShowBanner'])('is on if Windows has this program’s %s switched off', async (name) => {
    const own = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Notifications\Settings\Some.App`
    const says = (value: string): RunProgram => {
      const text = `\r\n${own}\r\n    Rank    REG_DWORD    0x0\r\n    ${name}    REG_DWORD    ${value}\r\n`
      return (_program, args) => Promise.resolve(args[1] === own ? text : null)
    }
    expect(await ask('win32', '', says('0x0'))).toBe('on')
    expect(await ask('win32', '', says('0x1'))).toBe('unknown')
  })

  it('does not query macOS, which doesn’t report it', async () => {
    const refuse: RunProgram = () => Promise.reject(new Error('asked'))
    expect(await ask('darwin', '', refuse)).toBe('unknown')
  })

  it('queries once for a burst of rings', async () => {
    let asked = 0
    const clock = virtualClock()
    const run: RunProgram = () => Promise.resolve(++asked === 1 ? 'true' : 'false')
    const state = createDoNotDisturb({ platform: 'linux', desktop: 'GNOME', appId: '', run, clock })
    expect([await state(), await state()]).toEqual(['off', 'off'])
    await clock.advance(5_000)
    expect(await state()).toBe('on')
  })
})
