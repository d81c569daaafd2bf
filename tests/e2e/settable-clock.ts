import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The clock of a program under test, to be set while it runs. */
export interface SettableClock {
  /** For the program's process. */
  readonly env: Readonly<Record<string, string>>
  /** Sets it this far ahead of the true time; back by less, or by a negative number. */
  set(aheadMs: number): Promise<void>
  end(): Promise<void>
}

export async function settableClock(): Promise<SettableClock> {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-clock-'))
  const file = join(folder, 'ahead')
  /** Always complete, because it is read all the time. */
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
