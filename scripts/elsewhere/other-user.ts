import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** By numbers, as `spawn` takes it. */
export interface OtherUser {
  readonly uid: number
  readonly gid: number
}

/** The user `nobody`, in whose name only root may run something; null for everyone else. */
export async function otherUser(): Promise<OtherUser | null> {
  if (process.getuid?.() !== 0) return null
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (which) => Number((await run('id', [which, 'nobody'])).stdout)),
  )
  if (uid === undefined || gid === undefined) throw new Error('there is no user nobody')
  return { uid, gid }
}

/** Gives a folder and all that is in it to a user. */
export const giveTo = ({ uid, gid }: OtherUser, folder: string): Promise<unknown> =>
  run('chown', ['-R', `${uid}:${gid}`, folder])
