import { LOGIN, LOGOUT } from '../world/cast.ts'
import type { World } from '../world/world.ts'
import type { Account } from './extensions-answer.ts'
import { readText, type Parameters } from './parameters.ts'

const STATUSES = [LOGIN, LOGOUT, 3, 5, 7, 9, 11, 12, 13]

const said = (Status: number, StatusError: number, StatusErroMessage: string): object => ({
  Status,
  StatusError,
  StatusErroMessage,
})

/**
 * Sets a status and returns the body of SetStatusFromAPI's response, with the vendor's spelling of its message. The
 * code is in `Code`, the person in `UserId`, their extension in `ExtensionUser`, and `Status` is one of the documented
 * numbers.
 */
export function statusAnswer(
  world: World,
  { code }: Pick<Account, 'code'>,
  parameters: Parameters | null,
): object {
  const asked = parameters ?? {}
  const [userId, extension, status] = ['UserId', 'ExtensionUser', 'Status'].map((name) =>
    readText(asked, name),
  )
  if (typeof userId !== 'string' || typeof extension !== 'string' || typeof status !== 'string')
    return said(0, 6, 'Missing parameters')
  if (readText(asked, 'Code') !== code) return said(2, 1, 'Authorization Failed')
  if (!/^\d+$/.test(status) || !/^\d+$/.test(userId)) return said(0, 0, 'Wrong format')
  const agent = world.agent(extension)
  if (agent === undefined) return said(3, 1, 'No extension found')
  const person = world.agents().find((one) => String(one.userId) === userId)
  if (person === undefined) return said(2, 1, 'Authorization Failed')
  if (!STATUSES.includes(Number(status))) return said(4, 1, 'Status not support')
  if (agent.onlineUserId !== 0 && agent.onlineUserId !== person.userId)
    return said(3, 1, 'Extension is already in use')
  set(world, extension, person.name, Number(status))
  return said(1, 1, 'OK')
}

function set({ hand, agent }: World, extension: string, name: string, status: number): void {
  // Setting any status other than logged out also logs the person in at that extension.
  if (status !== LOGOUT && agent(extension)?.onlineUserId === 0) hand.logIn(extension, name)
  if (status !== LOGIN || agent(extension)?.status !== LOGIN) hand.setStatus(extension, status)
}
