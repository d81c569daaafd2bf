import { execFile } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { decodeText } from '../decode-text.ts'
import type { FileRights, PolicyParts } from './policy-parts.ts'

const ANSWER_MS = 2_000 // the registry answers in a tenth of it; the start waits no longer

/** What reading the policies needs, from Node. */
export function policyPartsOf({ env, platform }: Pick<PolicyParts, 'env' | 'platform'>): PolicyParts {
  return {
    env,
    platform,
    userName: userName(),
    readFile: (path) => decodeText(readFileSync(path)),
    rightsOf,
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

function rightsOf(path: string): FileRights | null {
  try {
    const { uid, gid, mode } = statSync(path)
    return { uid, gid, mode }
  } catch {
    return null
  }
}

/** A user without an entry among the accounts has no name: there is nothing managed for such a one either. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
