import { MAX_CODE_LENGTH, readCode } from '../../core/settings/read-code.ts'
import { policySecret } from '../../core/settings/resolve-settings.ts'
import { typedText } from '../../core/settings/typed-text.ts'
import { refuse } from './given.ts'

/** The code in RINGSIDE_CODE, otherwise the policy's. Ends the process if there is none, or one that is too long. */
export function givenCode(
  command: { readonly name: string },
  policy: unknown,
): { readonly code: string; readonly isOwn: boolean } {
  const typed = typedText(process.env['RINGSIDE_CODE'] ?? '')
  if (typed.length > MAX_CODE_LENGTH)
    refuse(command, `RINGSIDE_CODE is too long: a code has at most ${MAX_CODE_LENGTH} characters.`)
  const own = readCode(typed)
  const code = own ?? policySecret('code', policy)
  return code === null
    ? refuse(command, 'No code was given: set RINGSIDE_CODE, or name a policy file in RINGSIDE_POLICY.')
    : { code, isOwn: own !== null }
}
