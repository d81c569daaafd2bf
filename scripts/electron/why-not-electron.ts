/** What decides whether Electron can run on this computer. */
export interface Machine {
  readonly platform: NodeJS.Platform
  /** The user's id; null if the system has none (Windows). */
  readonly uid: number | null
  readonly env: Readonly<Record<string, string | undefined>>
  /**
   * Whether AppArmor keeps unknown programs from creating the namespaces of Chromium's sandbox (Ubuntu 24.04 and
   * newer).
   */
  readonly namespaces: 'free' | 'restricted'
}

/**
 * Why it is pointless to start Electron here, as the end of a sentence; null if it may work. Restricted namespaces
 * count only before the download: an installed runtime may have an AppArmor profile or a setuid helper. Sources:
 * Chromium's zygote_host_impl_linux.cc (root), ozone_platform_x11.cc (display); electron 41066 (namespaces).
 */
export function whyNotElectron(machine: Machine, runtime: 'installed' | 'missing'): string | null {
  const { platform, uid, env, namespaces } = machine
  if (platform !== 'linux') return null
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY'])
    return 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)'
  if (uid === 0) return 'its sandbox doesn’t work as root'
  return namespaces === 'restricted' && runtime === 'missing' ? RESTRICTED_NAMESPACES : null
}

export const RESTRICTED_NAMESPACES =
  'its sandbox needs user namespaces, which this system restricts (kernel.apparmor_restrict_unprivileged_userns is 1)'
