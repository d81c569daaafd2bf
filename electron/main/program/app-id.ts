/**
 * The program's identity: Windows' AppUserModelID, macOS' bundle id, and what the installers are
 * recognised by. Fixed: with another one an installed Ringside would be a second program.
 */
export const APP_ID = 'Ringside.Desktop'
