import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, realpathSync, rmSync, unlinkSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { HostRefusal } from './host-refusal.ts'

/** Read before the host simulates another system. */
const ON_WINDOWS = process.platform === 'win32'

/** What a second start sends to the first. */
const SECOND_START = v.object({ argv: v.array(v.string()), cwd: v.string(), data: v.unknown() })

export type SecondStart = v.InferOutput<typeof SECOND_START>

export interface ProfileLock {
  /** False if another start has this profile already. */
  readonly first: boolean
  /** The app requests the lock: true for the first start, otherwise notifies the first one. Throws for another profile. */
  take(profile: string, start: SecondStart): boolean
  onSecond(listener: (second: SecondStart) => void): void
  /** Releases the lock once all notifications have been delivered. */
  release(): Promise<void>
}

/**
 * One start per profile. The lock is a listening socket, so it ends with its process even if that is killed. Acquired
 * before the app runs, because Electron's call for it is synchronous and a socket isn't. Throws HostRefusal if another
 * user of the computer could be at the other end.
 */
export async function takeProfile(profile: string): Promise<ProfileLock> {
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  const path = socketPath(profile)
  const listeners = new Set<(second: SecondStart) => void>()
  const server = createServer((socket) => hear(socket, (second) => listeners.forEach((send) => send(second))))
  const first = await listenAlone(server, path)
  // However the process ends, unless it is killed.
  if (first) process.once('exit', () => rmSync(path, { force: true }))
  const waiting = first ? null : await connectTo(path)
  let notified: Promise<void> = Promise.resolve()
  return {
    first,
    take(asked, start) {
      mkdirSync(asked, { recursive: true, mode: 0o700 })
      if (socketPath(asked) !== path)
        throw new Error('browser-host simulates the single-instance lock for its own --profile only')
      if (waiting !== null) notified = send(waiting, start)
      return first
    },
    onSecond: (listener) => void listeners.add(listener),
    async release() {
      await notified
      waiting?.destroy()
      server.close()
    },
  }
}

function socketPath(profile: string): string {
  const id = createHash('sha256').update(realpathSync(profile)).digest('hex').slice(0, 24)
  // In the temporary folder, because a socket's path is limited to about a hundred characters.
  return ON_WINDOWS ? `\\\\.\\pipe\\ringside-${id}` : join(ownFolder(), `${id}.sock`)
}

/**
 * A folder in the temporary folder that only this user can enter: anyone could create one of that name, or a socket.
 */
function ownFolder(): string {
  const user = process.getuid?.() ?? 0
  const path = join(tmpdir(), `ringside-${user}`)
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined)
    mkdirSync(path, { recursive: true, mode: 0o700 })
  const status = lstatSync(path)
  if (!status.isDirectory() || status.uid !== user || (status.mode & 0o077) !== 0)
    throw new HostRefusal(
      `${path} is not owned by you alone, so another user could be listening there. Remove it.`,
    )
  return path
}

async function listenAlone(server: Server, path: string): Promise<boolean> {
  if (await listen(server, path)) return true
  if ((await connectTo(path)) !== null) return false
  // A file without a listener: its process was killed.
  unlinkSync(path)
  return listen(server, path)
}

function listen(server: Server, path: string): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>()
  const failed = (error: NodeJS.ErrnoException): void =>
    error.code === 'EADDRINUSE' ? resolve(false) : reject(error)
  server.once('error', failed)
  server.listen(path, () => {
    server.off('error', failed)
    resolve(true)
  })
  return promise
}

function connectTo(path: string): Promise<Socket | null> {
  const { promise, resolve } = Promise.withResolvers<Socket | null>()
  const socket = connect(path, () => resolve(socket))
  socket.on('error', () => resolve(null))
  socket.unref()
  return promise
}

function send(socket: Socket, start: SecondStart): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  socket.on('close', () => resolve(undefined))
  socket.end(JSON.stringify(start), () => resolve(undefined))
  return promise
}

function hear(socket: Socket, notified: (second: SecondStart) => void): void {
  let text = ''
  socket.setEncoding('utf8')
  socket.on('data', (part: string) => (text += part))
  socket.on('error', () => socket.destroy())
  socket.on('end', () => {
    const second = readSecondStart(text)
    if (second !== null) notified(second)
  })
}

function readSecondStart(text: string): SecondStart | null {
  try {
    const read = v.safeParse(SECOND_START, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
