/** Content that is run or shown in place of a page, or another address of the web. */
const CONTENT = 'javascript vbscript data blob about filesystem view-source ws wss ringside edge jar mhtml'

/**
 * What systems and programs give to a program that runs it, installs it, opens a file of any kind or a session on any
 * host. Begun from the lists of Chromium (external_protocol_handler.cc) and Firefox (all.js), with what came to light
 * since: ms-msdt (CVE-2022-30190), search-ms, ms-officecmd, ms-appinstaller (CVE-2021-43890) and their like.
 */
const RUNNING = `
  file shell search search-ms hcp res mk its ie.http iehistory ierss vnd.ms.radio disk disks afp nntp moz-icon
  ldap ldaps ftp ftps sftp smb cifs nfs dav davs webdav webdavs ssh telnet rlogin tn3270 rdp vnc
  jnlp jnlps help applescript itms-services apt apturl appstream snap flatpak vscode vscode-insiders
`

/** The system's own, of which there are more with each version; and a drive of Windows. */
const FAMILIES = /^(?:ms-|microsoft[-.]|x-apple|x-man|chrome|[a-z]$)/

const NAMED: ReadonlySet<string> = new Set(`${CONTENT} ${RUNNING}`.trim().split(/\s+/))

/** True for a scheme (in small letters) whose address is itself run, installed or shown: not even a policy may name it. */
export const isRunningScheme = (scheme: string): boolean => NAMED.has(scheme) || FAMILIES.test(scheme)
