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
    readFile: (path) => readPlain(path, 0).text,
    readOwned: (path) => readPlain(path, constants.O_NOFOLLOW),
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

const MAX_BYTES = 8_000_000 // a policy has a few thousand characters

/** Doesn't wait for the writer of a pipe, and reads no device. `flags`: in addition to those for reading. */
function readPlain(path: string, flags: number): OwnedFile {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | flags)
  try {
    const status = fstatSync(file)
    if (!status.isFile() || status.size > MAX_BYTES)
      throw new Error(`${path} is not a plain file of usual size.`)
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
