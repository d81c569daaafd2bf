import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** User and group id, as `spawn` takes them. */
export interface OtherUser {
  readonly uid: number
  readonly gid: number
}

/** The user `nobody`; null unless this is root, who alone may run programs as another user. */
export async function otherUser(): Promise<OtherUser | null> {
  if (process.getuid?.() !== 0) return null
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (which) => Number((await run('id', [which, 'nobody'])).stdout)),
  )
  if (uid === undefined || gid === undefined) throw new Error('there is no user nobody')
  return { uid, gid }
}

/** Makes a user the owner of a folder and its contents. */
export const giveTo = ({ uid, gid }: OtherUser, folder: string): Promise<unknown> =>
  run('chown', ['-R', `${uid}:${gid}`, folder])
