import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeQuarantined, quarantineName } from './quarantined-settings.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ringside-settings-'))))
afterEach(() => rmSync(folder, { recursive: true }))

it('deletes settings that were quarantined before an instant, and nothing else', () => {
  for (const at of [1_000, 2_000]) writeFileSync(join(folder, quarantineName(at)), 'broken')
  const others = ['settings.json', 'settings-unreadable-1000.json.txt', 'settings-unreadable-.json']
  for (const name of others) writeFileSync(join(folder, name), '')
  removeQuarantined(folder, 1_000)
  expect(readdirSync(folder)).toHaveLength(5)
  removeQuarantined(folder, 2_000)
  expect(readdirSync(folder).toSorted()).toEqual([...others, 'settings-unreadable-2000.json'].toSorted())
})

it('retries a folder that can’t be read next time', () => {
  expect(() => removeQuarantined(join(folder, 'absent'), 1)).not.toThrow()
})
