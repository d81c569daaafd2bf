import { describe, expect, it } from 'vitest'
import { mayOthersWrite } from './may-others-write.ts'

// As Windows gives a folder that an administrator made in %ProgramData%, and a file in it.
const MADE_BY_ADMIN =
  'O:BAG:SYD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIIOID;GA;;;CO)(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)'
const FILE_BY_ADMIN = 'O:BAG:SYD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)'
// As the installer makes it.
const KEPT = 'O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)'
const SOMEBODY = 'S-1-5-21-1004336348-1177238915-682003330-1001'

describe('who may change a policy file on Windows', () => {
  it('is administrators alone, where an administrator or the installer made it', () => {
    expect(mayOthersWrite(KEPT, 'folder')).toBe(false)
    expect(mayOthersWrite(MADE_BY_ADMIN, 'folder')).toBe(false)
    expect(mayOthersWrite(FILE_BY_ADMIN, 'file')).toBe(false)
  })

  it('is others, too, where somebody else owns it: an owner may grant everything', () => {
    expect(mayOthersWrite(KEPT.replace('O:BA', `O:${SOMEBODY}`), 'folder')).toBe(true)
    expect(mayOthersWrite(FILE_BY_ADMIN.replace('O:BA', 'O:BU'), 'file')).toBe(true)
  })

  it.each(['FA', 'GA', 'GW', 'FW', 'SD', 'WD', 'WO', 'FRFX' + 'DC', '0x1301bf', '0x2', 'ZZ'])(
    'is others, too, where they are granted %s on the file',
    (rights) => {
      expect(mayOthersWrite(`${FILE_BY_ADMIN}(A;;${rights};;;BU)`, 'file')).toBe(true)
    },
  )

  it.each(['DT', 'SD', 'WO', 'FA'])('is others, too, where they are granted %s on its folder', (rights) => {
    expect(mayOthersWrite(`${KEPT}(A;OICI;${rights};;;WD)`, 'folder')).toBe(true)
  })

  it('does not change by what is for others’ own new files, or what is denied', () => {
    expect(mayOthersWrite(`${KEPT}(A;OICIIO;FA;;;BU)`, 'folder')).toBe(false)
    expect(mayOthersWrite(`${KEPT}(D;;FA;;;BU)(A;;FRFX;;;WD)`, 'folder')).toBe(false)
  })

  it('is a domain’s administrators as well as this computer’s', () => {
    const admins = 'S-1-5-21-1004336348-1177238915-682003330-512'
    expect(mayOthersWrite(FILE_BY_ADMIN.replace('O:BA', `O:${admins}`), 'file')).toBe(false)
    expect(mayOthersWrite(`${FILE_BY_ADMIN}(A;;FA;;;${SOMEBODY})`, 'file')).toBe(true)
  })

  it.each(['', 'O:BA', 'O:BAG:SYD:NO_ACCESS_CONTROL', 'D:PAI(A;;FA;;;BA)', 'nonsense'])(
    'is anybody by a descriptor such as “%s”, which guards nothing',
    (sddl) => {
      expect(mayOthersWrite(sddl, 'file')).toBe(true)
    },
  )
})
