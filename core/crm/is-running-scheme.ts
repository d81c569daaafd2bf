/** Content that is run or shown instead of a page, or another web address. */
const CONTENT = 'javascript vbscript data blob about filesystem view-source ws wss ringside edge jar mhtml'

/**
 * Schemes that systems and programs pass to a program that runs something, installs it, opens any file or a session on any
 * host. Based on the lists of Chromium (external_protocol_handler.cc) and Firefox (all.js), plus later findings
 * such as ms-msdt (CVE-2022-30190), search-ms, ms-officecmd and ms-appinstaller (CVE-2021-43890).
 */
const RUNNING = `
  file shell search search-ms hcp res mk its ie.http iehistory ierss vnd.ms.radio disk disks afp nntp moz-icon
  ldap ldaps ftp ftps sftp smb cifs nfs dav davs webdav webdavs ssh telnet rlogin tn3270 rdp vnc
  jnlp jnlps help applescript itms-services apt apturl appstream snap flatpak
  shortcuts iterm2 warp cursor windsurf code-oss anydesk rustdesk
`

/** The schemes of systems, and of programs of which each version has its own; and Windows drive letters. */
const FAMILIES = /^(?:ms-|microsoft[-.]|x-apple|x-man|chrome|vscod|teamviewer|[a-z]$)/

const NAMED: ReadonlySet<string> = new Set(`${CONTENT} ${RUNNING}`.trim().split(/\s+/))

/** True for a scheme (in lower case) whose address is itself run, installed or shown: not even a policy may name it. */
export const isRunningScheme = (scheme: string): boolean => NAMED.has(scheme) || FAMILIES.test(scheme)
