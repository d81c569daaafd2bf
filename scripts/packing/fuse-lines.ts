import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/** The required state of each fuse; those not named are left as Electron ships them. */
const WANTED_FUSES: Readonly<Partial<Record<keyof typeof FuseV1Options, boolean>>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
}

/** The state of a binary's fuses, one line for each, and a sentence for each wrong one. */
export async function readFuses(
  binary: string,
): Promise<{ readonly lines: readonly string[]; readonly problems: readonly string[] }> {
  const wire: unknown = await getCurrentFuseWire(binary)
  const lines: string[] = []
  const problems: string[] = []
  for (const [name, wanted] of Object.entries(WANTED_FUSES)) {
    const index: unknown = Reflect.get(FuseV1Options, name)
    const state: unknown = typeof wire === 'object' && wire !== null ? Reflect.get(wire, String(index)) : null
    const is = state === FuseState.ENABLE ? 'on' : state === FuseState.DISABLE ? 'off' : 'unknown'
    lines.push(`${name}: ${is}`)
    if (is !== (wanted ? 'on' : 'off')) problems.push(`The fuse ${name} is ${is}.`)
  }
  return { lines, problems }
}
