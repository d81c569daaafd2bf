import { expect, it } from 'vitest'
import type { Session } from 'electron/main'
import { createActFetch } from './act-fetch.ts'

it('gives each request a session without open connections, and none of the recently used ones', async () => {
  const did: string[] = []
  const fetch = createActFetch({
    sessionOf: (name) =>
      ({
        name,
        closeAllConnections: () => {
          did.push(`close ${name}`)
          return Promise.resolve()
        },
      }) as unknown as Session,
    open: ({ session }) => {
      did.push(`open ${String(Reflect.get(session ?? {}, 'name'))}`)
      throw new Error('stop here')
    },
  })
  for (let nth = 0; nth < 9; nth += 1)
    await fetch('https://host.example/', { method: 'POST' }).catch(() => undefined)
  expect(did.slice(0, 4)).toEqual(['close act-0', 'open act-0', 'close act-1', 'open act-1'])
  expect(did.slice(-2)).toEqual(['close act-0', 'open act-0'])
})
