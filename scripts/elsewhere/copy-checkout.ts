import { cp } from 'node:fs/promises'
import { basename } from 'node:path'

const MADE: readonly string[] = ['.git', '.artifacts', 'node_modules', 'out', 'dist', 'coverage']

/** Copies a checkout in its current state, including uncommitted changes, without what is downloaded or built. */
export const copyCheckout = (from: string, to: string): Promise<void> =>
  cp(from, to, { recursive: true, filter: (path) => path === from || !MADE.includes(basename(path)) })
