import type { World } from '../world/world.ts'
import { readText, type Parameters } from './parameters.ts'

const SUCCESS = { ErrorCode: '200', Message: 'Success' } as const
const NO_SUCH_CALL = { ErrorCode: '404', Message: 'UniqueIvrID not found' } as const
const NOT_VALID = { ErrorCode: '400', Message: 'Parameters are not valid' } as const

/**
 * Mutes or unmutes, and returns the body of MuteUnmuteCalls. `ivrid` means that call, wherever it is; `extension` means
 * all calls that are on it now. It requires no code.
 */
export function muteAnswer(world: World, parameters: Parameters | null): object {
  return { ...outcome(world, parameters ?? {}), ActionID: world.random.hex(32) }
}

function outcome(world: World, parameters: Parameters): object {
  const ivrid = readText(parameters, 'ivrid')
  const extension = readText(parameters, 'extension')
  const state = readText(parameters, 'state')
  if (state !== '0' && state !== '1') return NOT_VALID
  const which = ivrid ? { ivrid } : extension ? { extension } : null
  if (which === null) return NOT_VALID
  return world.hand.mute(which, state === '1').kind === 'done' ? SUCCESS : NO_SUCH_CALL
}
