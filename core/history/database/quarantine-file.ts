import { existsSync, renameSync } from 'node:fs'

const COMPANIONS = ['', '-wal', '-shm'] // SQLite's own names: a file without its log has lost what was in it

/**
 * Renames a database and the files that belong to it, out of the way of a new one; gives the new name.
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

function freeName(wanted: string): string {
  let name = wanted
  for (let count = 2; existsSync(name); count++) name = `${wanted}-${count}`
  return name
}
