import { expect, it } from 'vitest'
import { isInstalled } from './is-installed.ts'

it.each([
  ['a package', true, '/opt/Ringside/resources/app.asar', true],
  ['a package whose program was renamed to electron', false, '/tmp/copy/resources/app.asar', true],
  ['a folder of sources', false, '/home/dana/ringside', false],
])('detects %s', (_, isPackaged, path, installed) =>
  expect(isInstalled({ isPackaged, getAppPath: () => path })).toBe(installed),
)
