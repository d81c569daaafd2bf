import { mayOthersWrite } from './may-others-write.ts'
import type { PolicyReading } from './policy.ts'
import type { PolicyParts } from './policy-parts.ts'
import { readPolicyFile } from './read-policy-file.ts'

/**
 * Reads the policy file of the whole computer, unless others than its administrators may change it: who writes the
 * policy decides where the calls and the code go, and what is installed. Where the system does not say who may, it is
 * read.
 */
export async function readKeptFile(parts: PolicyParts, path: string): Promise<PolicyReading> {
  const reading = readPolicyFile(parts, 'file', path, false)
  if (reading.kind === 'none') return reading
  const open = parts.platform === 'win32' ? await isOpenOnWindows(parts, path) : isOpen(parts, path)
  return open ? { kind: 'unreadable', place: path, why: 'open-to-others' } : reading
}

/** PowerShell alone gives owner and rights in a form that is the same in every language. */
async function isOpenOnWindows({ env, run }: PolicyParts, path: string): Promise<boolean> {
  const system = `${env['SystemRoot'] ?? 'C:\\Windows'}\\System32`
  const asked = [path, folderOf(path, '\\')].map((one) => `'${one.replaceAll("'", "''")}'`).join(',')
  const answer = await run(`${system}\\WindowsPowerShell\\v1.0\\powershell.exe`, [
    '-NoProfile',
    '-NonInteractive',
    '-Command',
    `"(Get-Acl -LiteralPath ${asked}).Sddl"`,
  ])
  if (answer.kind !== 'done') return false
  const [file, folder] = answer.output.split(/\r?\n/).filter((line) => line.startsWith('O:'))
  if (file === undefined || folder === undefined) return false
  return mayOthersWrite(file, 'file') || mayOthersWrite(folder, 'folder')
}

const isOpen = ({ rightsOf, platform }: PolicyParts, path: string): boolean =>
  [path, folderOf(path, '/')].map(rightsOf).some((rights) => rights !== null && isOpenTo(rights, platform))

const OTHERS_WRITE = 0o002
const GROUP_WRITES = 0o020
const MAC_ADMINS = 80 // the group “admin”, whose members may do everything on a Mac

/** Root's own, and for nobody else to write but a group of administrators. */
function isOpenTo(
  { uid, gid, mode }: NonNullable<ReturnType<PolicyParts['rightsOf']>>,
  platform: string,
): boolean {
  const isAdmins = gid === 0 || (platform === 'darwin' && gid === MAC_ADMINS)
  return uid !== 0 || (mode & OTHERS_WRITE) !== 0 || ((mode & GROUP_WRITES) !== 0 && !isAdmins)
}

const folderOf = (path: string, between: string): string => path.slice(0, path.lastIndexOf(between))
