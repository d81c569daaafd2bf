import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const COMPANIONS = ['', '-wal', '-shm'] // SQLite's own suffixes: a file without its log has lost the log's content

/**
 * Renames a database and its accompanying files to make room for a new one; returns the new name.
 * `now` is epoch ms. Throws when the folder can't be written.
 */
export function quarantineFile(path: string, why: 'corrupt' | 'newer', now: number): string {
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const free = freeName(`${path}.${why}-${stamp}`)
  for (const suffix of COMPANIONS) {
    if (existsSync(path + suffix)) renameSync(path + suffix, free + suffix)
  }
  return free
}

const SET_ASIDE = /^\.(?:corrupt|newer)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-\d+)?(?:-wal|-shm)?$/

/**
 * Deletes the quarantined files of the database at `path` from before an instant (epoch ms; Infinity: all), and returns
 * their names. Throws when the folder can't be read or written.
 */
export function removeQuarantined(path: string, before: number): readonly string[] {
  if (path === ':memory:') return []
  const [folder, name] = [dirname(path), basename(path)]
  const old = readdirSync(folder).filter(
    (one) => one.startsWith(name) && setAsideAt(one.slice(name.length)) < before,
  )
  for (const one of old) rmSync(join(folder, one))
  return old.map((one) => join(folder, one))
}

/** When a file with this suffix was quarantined, epoch ms; NaN for any other file. */
function setAsideAt(ending: string): number {
  const [, ...parts] = SET_ASIDE.exec(ending) ?? []
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN] = parts.map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function freeName(wanted: string): string {
  let name = wanted
  for (let count = 2; existsSync(name); count++) name = `${wanted}-${count}`
  return name
}
