import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the program does that replaces the runtime: Node runs its folder as Electron would. */
export const FAKE_PROGRAMS = {
  // Without ELECTRON_RUN_AS_NODE, which would make Electron exit silently.
  works: `
    if (process.env.ELECTRON_RUN_AS_NODE) process.exit(0)
    console.error('[7:WARNING:gpu.cc(1)] a warning'); console.log('Ringside is starting.')
    setTimeout(() => { console.log('and goes on'); process.exitCode = 7 }, 50)`,
  dies: `console.error('[7:FATAL:main.cc(9)] Check failed: no luck.'); process.exitCode = 133`,
  hangs: `setInterval(() => undefined, 1e6); require('fs').writeFileSync(__dirname + '/up', '')`,
  'hangs on': `process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1e6)
    require('fs').writeFileSync(__dirname + '/up', '')`,
  'lacks a library': `console.error('electron: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory'); process.exitCode = 127`,
  'lacks its sandbox': `console.error("[7:FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper binary was found, but is not configured correctly. Rather than run without sandboxing I'm aborting now."); process.exitCode = 133`,
} as const

export type FakeProgram = keyof typeof FAKE_PROGRAMS

/** A new folder with that program. */
export function fakeProgram(kind: FakeProgram): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-program-'))
  writeFileSync(join(folder, 'index.js'), FAKE_PROGRAMS[kind])
  return folder
}
