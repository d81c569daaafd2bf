import type { World } from '../world/world.ts'
import { authorise } from './authorise.ts'
import type { Account } from './extensions-answer.ts'
import { readJsonObject, readText, type Parameters } from './parameters.ts'

const MESSAGES = {
  0: 'OK',
  1: 'Wrong parameters',
  3: 'Extension is offline',
} as const

/**
 * Places or ends a call and returns the body of Click2Call's response: JSON if `format` says so, otherwise XML. The
 * response to a wrong code isn't documented; here it is a wrong parameter.
 */
export function dialAnswer(world: World, account: Account, parameters: Parameters | null): string {
  const { code, callId } = outcome(world, account, parameters)
  const body = JSON.stringify({ ERRORCODE: code, ERRORMESSAGE: MESSAGES[code], CALLID: callId })
  return parameters !== null && readText(parameters, 'format') === 'json' ? body : xmlOf(body)
}

/** The same response as XML. */
export function xmlOf(json: string): string {
  const inner = Object.entries(readJsonObject(json) ?? {})
    .map(([name, value]) => `<${name}>${String(value)}</${name}>`)
    .join('')
  return `<?xml version="1.0" encoding="utf-8"?><RESPONSE>${inner}</RESPONSE>`
}

interface Outcome {
  readonly code: keyof typeof MESSAGES
  readonly callId: string
}

const declined = (code: 1 | 3): Outcome => ({ code, callId: '' })

function outcome(world: World, account: Account, parameters: Parameters | null): Outcome {
  if (parameters === null || authorise(parameters, account.code, 'error') !== 'yes') return declined(1)
  const extension = readText(parameters, 'phone') ?? ''
  const target = readText(parameters, 'target') ?? ''
  const action = readText(parameters, 'action')
  if (action === 'terminate')
    return world.clickToCall.terminate(extension) ? { code: 0, callId: '' } : declined(1)
  if (action !== 'call' || !/^[A-Za-z0-9]{2,20}$/.test(target)) return declined(1)
  const result = world.clickToCall.place(extension, target)
  return result.kind === 'placed' ? { code: 0, callId: result.ivrid } : declined(OF_PLACING[result.kind])
}

const OF_PLACING = { 'unknown-extension': 1, offline: 3 } as const
