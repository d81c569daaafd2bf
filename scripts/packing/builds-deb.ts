/**
 * Whether electron-builder, run with these arguments on this platform, creates a .deb: its default target for Linux.
 */
export function buildsDeb(args: readonly string[], platform: string): boolean {
  const systems = args.filter((arg) => /^(--(win|windows|mac|macos|linux)|-[mwlo]+)$/.test(arg))
  if (systems.length === 0) return platform === 'linux'
  const at = args.findIndex((arg) => arg === '--linux' || /^-[mwo]*l[mwo]*$/.test(arg))
  if (at === -1) return false
  const after = args.slice(at + 1)
  const end = after.findIndex((arg) => arg.startsWith('-'))
  const targets = end === -1 ? after : after.slice(0, end)
  return targets.length === 0 || targets.some((target) => /^deb(:|$)/i.test(target))
}
