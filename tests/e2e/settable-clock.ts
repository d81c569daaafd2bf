import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The clock of a program under test, which can be set while it runs. */
export interface SettableClock {
  /** Environment variables for the program's process. */
  readonly env: Readonly<Record<string, string>>
  /** Sets it this far ahead of the true time; a smaller or negative number sets it back. */
  set(aheadMs: number): Promise<void>
  end(): Promise<void>
}

export async function settableClock(): Promise<SettableClock> {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-clock-'))
  const file = join(folder, 'ahead')
  /** Written atomically, because it is read all the time. */
  async function set(aheadMs: number): Promise<void> {
    await writeFile(`${file}.new`, String(aheadMs))
    await rename(`${file}.new`, file)
  }
  await set(0)
  return {
    env: {
      NODE_OPTIONS: `--import=${new URL('./set-clock-hook.ts', import.meta.url).href}`,
      RINGSIDE_CLOCK_FILE: file,
    },
    set,
    end: () => rm(folder, { recursive: true, force: true }),
  }
}
