import { createServer } from 'node:http'
import { listenHere } from '../../scripts/server/listen-here.ts'

/** The person at the desktop on which the app runs. */
export interface Person {
  /** Does what the app wants done around it; false if it can't be done. */
  arrange(what: string): Promise<boolean>
  /** Looks for something on the screen; null if nobody can look. */
  see(what: string): Promise<boolean | null>
}

export interface Desk {
  readonly origin: string
  close(): Promise<void>
}

/**
 * Listens for what the app wants arranged (`/arrange/WHAT`) or looked for (`/see/WHAT`); responds 501 if that isn't
 * possible.
 */
export async function openDesk({ arrange, see }: Person): Promise<Desk> {
  const answer = async (url: string): Promise<number> => {
    const [, asked, what = ''] = /^\/(arrange|see)\/(.*)$/.exec(decodeURIComponent(url)) ?? []
    if (asked !== 'see') return (await arrange(what)) ? 204 : 501
    const seen = await see(what)
    if (seen === null) return 501
    return seen ? 204 : 404
  }
  const server = createServer((request, response) => {
    const end = (status: number): void => void response.writeHead(status).end()
    answer(request.url ?? '').then(end, () => end(500))
  })
  return {
    origin: `http://127.0.0.1:${await listenHere(server)}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
