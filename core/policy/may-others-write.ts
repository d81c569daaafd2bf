/** What may be done to a file, or to its folder, by which the file could be another than its administrator wrote. */
export type Guarded = 'file' | 'folder'

/**
 * Whether Windows lets others than administrators change this file or folder, by its security descriptor as text (SDDL,
 * as `Get-Acl` gives it). Of a folder that counts which lets a file in it be exchanged; new files beside it harm nobody.
 * What is denied is left aside: one denial more is no grant less for somebody else.
 */
export function mayOthersWrite(sddl: string, of: Guarded): boolean {
  const owner = /^O:(S-[\d-]+|[A-Z]{2})/.exec(sddl)?.[1]
  const list = /D:[A-Z_]*((?:\([^)]*\))*)/.exec(sddl)?.[1]
  // No list at all: everyone may do everything.
  if (owner === undefined || list === undefined || sddl.includes('D:NO_ACCESS_CONTROL')) return true
  return !isTrusted(owner) || entriesOf(list).some((entry) => grants(entry, HARMFUL[of]))
}

interface Entry {
  readonly type: string
  readonly flags: string
  readonly rights: string
  readonly holder: string
}

const entriesOf = (list: string): readonly Entry[] =>
  [...list.matchAll(/\(([^)]*)\)/g)].map(([, entry = '']) => {
    const [type = '', flags = '', rights = '', , , holder = ''] = entry.split(';')
    return { type, flags, rights, holder }
  })

/** `IO`: for what is made below it, and not for itself. */
const grants = ({ type, flags, rights, holder }: Entry, harmful: number): boolean =>
  /^(A|XA|OA)$/.test(type) && !/IO/.test(flags) && !isTrusted(holder) && (maskOf(rights) & harmful) !== 0

// SYSTEM, Administrators, the local and the domain's administrators, and Windows' own installer.
const TRUSTED =
  /^(SY|BA|LA|DA|EA|S-1-5-18|S-1-5-32-544|S-1-5-21-[\d-]+-(500|512|519)|S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)$/
const isTrusted = (holder: string): boolean => TRUSTED.test(holder)

const ALL = 0x1000_0000
const WRITE = 0x4000_0000
const DELETE = 0x1_0000
const DELETE_WITHIN = 0x40
const CHANGE_RIGHTS = 0x4_0000
const TAKE_OWNERSHIP = 0x8_0000
const WRITE_DATA = 0x2
const APPEND = 0x4

const HARMFUL: Readonly<Record<Guarded, number>> = {
  file: ALL | WRITE | DELETE | CHANGE_RIGHTS | TAKE_OWNERSHIP | WRITE_DATA | APPEND,
  folder: ALL | DELETE | DELETE_WITHIN | CHANGE_RIGHTS | TAKE_OWNERSHIP,
}

// As SDDL abbreviates them (Windows' documentation, "ACE strings"): two letters each, one after the other.
const RIGHTS: Readonly<Record<string, number>> = {
  GA: ALL,
  GR: 0x8000_0000,
  GW: WRITE,
  GX: 0x2000_0000,
  FA: 0x1f_01ff,
  FR: 0x12_0089,
  FW: 0x12_0116,
  FX: 0x12_00a0,
  RC: 0x2_0000,
  SD: DELETE,
  WD: CHANGE_RIGHTS,
  WO: TAKE_OWNERSHIP,
  CC: 0x1,
  DC: WRITE_DATA,
  LC: APPEND,
  SW: 0x8,
  RP: 0x10,
  WP: 0x20,
  DT: DELETE_WITHIN,
  LO: 0x80,
  CR: 0x100,
}

/** A right that is not known counts as all of them. */
function maskOf(rights: string): number {
  if (/^0x[\da-f]+$/i.test(rights)) return Number(rights)
  return (rights.match(/../g) ?? []).reduce((mask, right) => mask | (RIGHTS[right] ?? ALL), 0)
}
