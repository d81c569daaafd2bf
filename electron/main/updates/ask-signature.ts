import { execFile } from 'node:child_process'
import type { ProgramAnswer } from '../../../core/policy/policy-parts.ts'

export interface SignatureProgram {
  readonly command: string
  readonly args: readonly string[]
  readonly withinMs: number
}

/** The file is passed in the environment, so that no file name can become part of the command. */
const FILE = 'RINGSIDE_UPDATE'

// As numbers: PowerShell prints text in the console's code page. Cmdlets and casts only, for computers that allow
// nothing else.
const COMMAND = [
  "$ErrorActionPreference = 'Stop'",
  `$s = Get-AuthenticodeSignature -LiteralPath $env:${FILE}`,
  '@{ status = [int]$s.Status; subject = [int[]][char[]][string]$s.SignerCertificate.Subject } | ConvertTo-Json -Compress',
].join('; ')

/** Windows' own PowerShell, by its full path: a program of that name may be anywhere. */
export const powerShell = (env: NodeJS.ProcessEnv): SignatureProgram => ({
  command: `${env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`,
  args: ['-NoProfile', '-NonInteractive', '-InputFormat', 'None', '-Command', COMMAND],
  withinMs: 60_000, // its first start on a slow computer, with a virus scanner over the file
})

/** Asks such a program who signed a file; the result is its output. Never rejects. */
export function askSignature({ command, args, withinMs }: SignatureProgram) {
  return (file: string): Promise<ProgramAnswer> =>
    new Promise((resolve) => {
      // Modules of a newer PowerShell prevent Windows' own from finding its cmdlets.
      const { PSModulePath: _, ...env } = process.env
      const options = {
        env: { ...env, [FILE]: file },
        timeout: withinMs,
        killSignal: 'SIGKILL' as const,
        windowsHide: true,
      }
      execFile(command, [...args], options, (error, output) => {
        if (error === null) resolve({ kind: 'done', output })
        else resolve({ kind: error.killed === true ? 'no-answer' : 'failed' })
      })
    })
}
