import { parsePolicy } from './parse-policy.ts'
import type { PolicyReading } from './policy.ts'
import type { FileRights, OwnedFile, PolicyParts } from './policy-parts.ts'
import { isAbsent } from './read-policy-file.ts'

/**
 * Reads the computer's policy file, if only its administrators can have written its content: whoever writes the policy
 * decides where the calls and the code go, and what is installed. Owner and permissions are those of the opened file
 * itself, so nobody can replace it between the check and the reading. If the system doesn't say who owns the folder,
 * the file isn't used.
 */
export function readComputerFile(
  { readOwned, folderRights, platform }: Pick<PolicyParts, 'readOwned' | 'folderRights' | 'platform'>,
  path: string,
): PolicyReading {
  let file: OwnedFile
  try {
    file = readOwned(path)
  } catch (error) {
    return isAbsent(error) ? { kind: 'none' } : { kind: 'unreadable', location: path, why: 'refused' }
  }
  const folder = folderRights(path.slice(0, path.lastIndexOf('/')))
  if (folder === null) return { kind: 'unreadable', location: path, why: 'owner-unknown' }
  if ([file.rights, folder].some((rights) => isOpenTo(rights, platform)))
    return { kind: 'unreadable', location: path, why: 'open-to-others' }
  return parsePolicy('file', path, file.text)
}

const OTHERS_WRITE = 0o002
const GROUP_WRITES = 0o020
const MAC_ADMINS = 80 // the group “admin”, whose members may do everything on a Mac

/** False if it belongs to root, and at most a group of administrators may also write it. */
function isOpenTo({ uid, gid, mode }: FileRights, platform: string): boolean {
  const isAdmins = gid === 0 || (platform === 'darwin' && gid === MAC_ADMINS)
  return uid !== 0 || (mode & OTHERS_WRITE) !== 0 || ((mode & GROUP_WRITES) !== 0 && !isAdmins)
}
