import { execFile } from 'node:child_process'
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { decodeText } from '../decode-text.ts'
import type { FileRights, OwnedFile, PolicyParts } from './policy-parts.ts'

const ANSWER_MS = 2_000 // the registry responds in a tenth of it; startup waits no longer

/** What reading the policies needs, from Node. */
export function policyPartsOf(given: Pick<PolicyParts, 'env' | 'platform' | 'isPackaged'>): PolicyParts {
  return {
    ...given,
    userName: userName(),
    readFile: (path) => decodeText(readFileSync(path)),
    readOwned,
    folderRights,
    run: (program, args) =>
      new Promise((resolve) => {
        const options = { timeout: ANSWER_MS, windowsHide: true, windowsVerbatimArguments: true }
        execFile(program, [...args], options, (error, output) => {
          if (error === null) resolve({ kind: 'done', output })
          else resolve({ kind: error.killed === true ? 'no-answer' : 'failed' })
        })
      }),
  }
}

/** Follows no link, and doesn't wait for a writer on a pipe. */
const OPEN = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

function readOwned(path: string): OwnedFile {
  const file = openSync(path, OPEN)
  try {
    const status = fstatSync(file)
    if (!status.isFile()) throw new Error(`${path} is not a plain file.`)
    return { rights: rightsOf(status), text: decodeText(readFileSync(file)) }
  } finally {
    closeSync(file)
  }
}

function folderRights(path: string): FileRights | null {
  try {
    const status = lstatSync(path)
    return status.isDirectory() ? rightsOf(status) : null
  } catch {
    return null
  }
}

const rightsOf = ({ uid, gid, mode }: FileRights): FileRights => ({ uid, gid, mode })

/** A user without an account entry has no name, and no managed preferences either. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
