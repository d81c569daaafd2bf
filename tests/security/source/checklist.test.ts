import { EventEmitter } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import builder from '../../../electron-builder.config.ts'
import { systemClock } from '../../../core/clock.ts'
import { buildUrl } from '../../../core/crm/build-url.ts'
import { readSettings } from '../../../core/settings/read-settings.ts'
import { sampleCall } from '../../../core/templates/sample-call.ts'
import { WINDOW_CSP, WINDOW_PRIVILEGES, WINDOW_URL } from '../../../electron/main/window/app-protocol.ts'
import { notificationSwitch } from '../../../electron/main/alerts/notification-switch.ts'
import { guardNavigation } from '../../../electron/main/window/navigation-guard.ts'
import { createSecrets } from '../../../electron/main/settings/secrets.ts'
import { openKeychain } from '../../../electron/main/system/keychain.ts'
import { isTest, readSourceFiles } from '../../architecture/source-file.ts'
import { CHECKLIST, titleOf } from '../checklist.ts'
import { withChecklist } from '../checklist-table.ts'
import { declareChecks } from '../declare-checks.ts'
import {
  callsOf,
  madeOf,
  naming,
  parsed,
  PROJECT,
  shippedSource,
  webPreferencesOf,
} from '../program-source.ts'

const files = shippedSource()
const preferences = webPreferencesOf(files)
const textOf = (path: string): string => readFileSync(join(PROJECT, path), 'utf8')
const pages = ['src/index.html', 'src/popup.html'].map((path) => readFileSync(join(PROJECT, path), 'utf8'))

/** Each window sets these explicitly. */
const everyWindowSays = (name: string, value: string): void => {
  expect(preferences.length).toBeGreaterThan(0)
  expect(preferences).toHaveLength(madeOf(files, 'BrowserWindow'))
  expect(preferences.map((one) => one[name])).toEqual(preferences.map(() => value))
}
const neverNamed = (pattern: RegExp): void => expect(naming(files, pattern)).toEqual([])

const HOSTILE_ADDRESSES = [
  'https://crm.example@evil.example/{phone}',
  'https://evil.example/{phone}',
  'javascript:alert({phone})',
  'data:text/html,{phone}',
  'file:///etc/passwd?{phone}',
  'smb://evil.example/{phone}',
  'ms-msdt:/id {phone}',
  'search-ms:query={phone}',
  'https://crm.example\\@evil.example/{phone}',
  ' https://crm.example\u202e/{phone}',
  'http://crm.example/{phone}',
]

describe('the security checklist, on the source', () => {
  declareChecks('source', {
    1: () => {
      const { problems } = readSettings('user', {
        baseUrl: 'http://host.example',
        webhook: { url: 'http://a.example' },
      })
      expect(problems.map(({ key }) => key)).toEqual(expect.arrayContaining(['baseUrl']))
      expect(problems.some(({ key }) => key.startsWith('webhook'))).toBe(true)
      expect(WINDOW_URL).toMatch(/^ringside:\/\/app\//)
      // The demo's own server, on loopback.
      const said = files.filter(({ path }) => !path.startsWith('core/words/'))
      expect(naming(said, /^http:\/\//)).toEqual(['electron/main/demo/demo-centre.ts'])
    },
    2: () => {
      everyWindowSays('nodeIntegration', 'false')
      neverNamed(/^nodeIntegrationIn(Worker|SubFrames)$/)
    },
    3: () => everyWindowSays('contextIsolation', 'true'),
    4: () => {
      everyWindowSays('sandbox', 'true')
      neverNamed(/no-sandbox|disable-(gpu-)?sandbox/)
      // Otherwise the AppImage's menu entry would set it; flags.ts accepts it from an AppImage's launcher alone.
      expect(builder.linux?.executableArgs).toEqual([])
    },
    5: () => {
      expect(callsOf(files, 'setPermissionRequestHandler').map(afterPath)).toEqual([
        'session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))',
      ])
      expect(callsOf(files, 'setPermissionCheckHandler').map(afterPath)).toEqual([
        'session.defaultSession.setPermissionCheckHandler(() => false)',
      ])
      // Every window uses the default session.
      for (const one of preferences) expect(Object.keys(one)).not.toContain('partition')
      neverNamed(/^(setDevicePermissionHandler|setUSBProtectedClassesHandler)$/)
      // The other sessions are for single requests, and load no page.
      expect(callsOf(files, 'fromPartition')).toEqual([
        'electron/main/system/net-fetch.ts: session.fromPartition(name, { cache: false })',
      ])
    },
    6: () => neverNamed(/webSecurity|disable-web-security/),
    7: () => {
      const inPages = pages.map(
        (html) => /Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? '',
      )
      for (const policy of [WINDOW_CSP, ...inPages]) {
        expect(policy).toMatch(/^default-src 'none'/)
        expect(policy).not.toMatch(/unsafe-|\*|https?:|blob:/)
        expect(policy).toContain("script-src 'self'")
        expect(policy).toContain("form-action 'none'")
        expect(policy).toContain("base-uri 'none'")
      }
      expect(WINDOW_PRIVILEGES).not.toHaveProperty('bypassCSP')
    },
    8: () => neverNamed(/allowRunningInsecureContent|allow-running-insecure-content/),
    9: () => neverNamed(/^experimentalFeatures$/),
    10: () => neverNamed(/blinkFeatures|enable-blink-features/i),
    11: () => neverNamed(/<webview|^webview$|allowpopups/i),
    12: () => neverNamed(/webviewTag|will-attach-webview/),
    13: () => {
      const makers = callsOf(files, 'loadURL').map(pathOf)
      const fenced = files.filter(({ text }) => /\bguardNavigation\(\w+\.webContents, url\)/.test(text))
      expect(fenced.map(({ path }) => path)).toEqual(expect.arrayContaining(makers))
      const left = [
        'https://evil.example/',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'ringside://evil/index.html',
        'http://app/index.html',
        'data:text/html,hello',
        'not a url',
      ].filter((url) => !isStopped(url))
      expect(left).toEqual([])
      expect(isStopped(`${WINDOW_URL}#history`)).toBe(false)
    },
    14: () => {
      const calls = callsOf(files, 'setWindowOpenHandler').map(afterPath)
      expect(calls).toEqual(["contents.setWindowOpenHandler(() => ({ action: 'deny' }))"])
    },
    15: () => {
      expect(callsOf(files, 'openExternal')).toEqual([
        'electron/main/alerts/alert-delivery.ts: shell.openExternal(own.url)',
        'electron/main/crm/crm-pages.ts: parts.openExternal(url)',
        'electron/main/popup-screen/popup-screen.ts: parts.openExternal(url)',
        'electron/main/program/start.ts: shell.openExternal(url)',
      ])
      neverNamed(/^openPath$/)
      // Shows a file that main has written itself: no request names one.
      expect(callsOf(files, 'showItemInFolder')).toEqual([
        'electron/main/history/open-records.ts: shell.showItemInFolder(file)',
      ])
      const constants = ['win32', 'darwin', 'linux'].flatMap((platform) =>
        ['', 'GNOME', 'KDE', '$(reboot)'].map((desktop) =>
          notificationSwitch(platform as NodeJS.Platform, desktop),
        ),
      )
      const urls = constants.flatMap((one) => (one?.kind === 'address' ? [one.url] : []))
      expect(new Set(urls)).toEqual(
        new Set([
          'ms-settings:notifications',
          'x-apple.systempreferences:com.apple.Notifications-Settings.extension',
        ]),
      )
      const allowed = { hosts: ['crm.example'], schemes: [] }
      const call = sampleCall(0)
      expect(buildUrl('https://crm.example/{phone}', allowed, call).kind).toBe('opens')
      expect(HOSTILE_ADDRESSES.filter((url) => buildUrl(url, allowed, call).kind === 'opens')).toEqual([])
    },
    16: () => {
      const { devDependencies } = JSON.parse(textOf('package.json')) as {
        devDependencies: Record<string, string>
      }
      const { packages } = JSON.parse(textOf('package-lock.json')) as {
        packages: Record<string, { version: string }>
      }
      // Electron's three newest majors get security releases; 45 is the newest at the time of writing.
      expect(devDependencies['electron']).toMatch(/^\^4[5-9]\./)
      expect(packages['node_modules/electron']?.version).toMatch(/^4[5-9]\./)
    },
    17: () => {
      expect(
        callsOf(files, 'handle')
          .filter((call) => call.includes('ipcMain'))
          .map(pathOf),
      ).toEqual(['electron/main/ipc/answer-requests.ts'])
      expect(files.filter(({ text }) => /ipcMain\.(on|once|handleOnce|addListener)\b/.test(text))).toEqual([])
      expect(textOf('electron/main/ipc/answer-requests.ts')).toMatch(
        /if \(sender === null \|\| !owns\(sender, channel\)\) throw/,
      )
      expect(textOf('electron/main/ipc/answer-requests.ts')).toContain(
        'frame === null || frame.parent !== null ? null : { contents: sender.id, url: frame.url }',
      )
    },
    18: () => {
      expect(callsOf(files, 'loadFile')).toEqual([])
      expect(
        naming(
          files.filter(({ path }) => path.startsWith('electron/')),
          /^file:/,
        ),
      ).toEqual([])
      expect(naming(files, /^interceptFileProtocol$|^registerFileProtocol$/)).toEqual([])
    },
    19: () => {
      expect(builder.electronFuses).toEqual({
        runAsNode: false,
        enableNodeOptionsEnvironmentVariable: false,
        enableNodeCliInspectArguments: false,
        enableCookieEncryption: true,
        onlyLoadAppFromAsar: true,
        enableEmbeddedAsarIntegrityValidation: true,
        grantFileProtocolExtraPrivileges: false,
      })
      expect(builder.asar).not.toBe(false)
    },
    20: () => {
      expect(callsOf(files, 'exposeInMainWorld').map(afterPath)).toEqual([
        "contextBridge.exposeInMainWorld('companion', createExposed(ipcRenderer))",
      ])
      expect(
        files.filter(({ path, text }) => path.startsWith('src/') && /from ['"]electron/.test(text)),
      ).toEqual([])
    },
    21: () => {
      neverNamed(
        /certificate-error|setCertificateVerifyProc|select-client-certificate|rejectUnauthorized|TLS_REJECT|ignore-certificate/i,
      )
      // Chromium would write the keys of each connection into the file that it names.
      expect(textOf('electron/main/index.ts')).toMatch(
        /if \(installed\) delete process\.env\['SSLKEYLOGFILE'\]/,
      )
    },
    23: async () => {
      expect(naming(files, /^encryptString(Async)?$/)).toEqual(['electron/main/system/keychain.ts'])
      const written = await writtenCode('s3cret-code')
      expect(written).toHaveLength(1)
      expect(written.join()).not.toContain('s3cret-code')
    },
    25: () => {
      const calls = callsOf(files, 'setWebRTCIPHandlingPolicy').map(afterPath)
      expect(calls).toHaveLength(madeOf(files, 'BrowserWindow'))
      for (const call of calls)
        expect(call).toMatch(/^\w+\.webContents\.setWebRTCIPHandlingPolicy\('disable_non_proxied_udp'\)$/)
    },
    26: () => {
      const workflow = '.github/workflows/ci.yml'
      expect(existsSync(join(PROJECT, workflow))).toBe(true)
      expect(textOf(workflow)).toMatch(/run: npm audit --audit-level=high\n/)
    },
  })

  it('would notice what it looks for', () => {
    const window = parsed({
      path: 'electron/main/x.ts',
      text: 'new BrowserWindow({ webPreferences: { sandbox: false } })',
    })
    expect(webPreferencesOf([window])).toEqual([{ sandbox: 'false' }])
    expect(madeOf([window], 'BrowserWindow')).toBe(1)
    expect(naming([window], /^sandbox$/)).toEqual(['electron/main/x.ts'])
    const commented = parsed({ path: 'a.ts', text: '// webSecurity\nconst a = "--disable-web-security"' })
    expect(naming([commented], /webSecurity/)).toEqual([])
    expect(naming([commented], /disable-web-security/)).toEqual(['a.ts'])
    const opening = parsed({ path: 'b.ts', text: 'shell.openExternal(x)' })
    expect(callsOf([opening], 'openExternal')).toEqual(['b.ts: shell.openExternal(x)'])
  })

  it('covers all of main', () => {
    const main = readSourceFiles(PROJECT).filter(({ path }) => path.startsWith('electron/') && !isTest(path))
    expect(files.filter(({ path }) => path.startsWith('electron/'))).toHaveLength(main.length)
  })
})

describe('docs/security.md', () => {
  it('contains the current checklist, with every item passed (npm run generate -- security)', () => {
    const document = textOf('docs/security.md')
    const current = withChecklist(document, CHECKLIST, () => 'passed') ?? ''
    expect(unpadded(document)).toBe(unpadded(current))
  })

  it('numbers the items without a gap', () => {
    expect(CHECKLIST.map(({ number }) => number)).toEqual(CHECKLIST.map((_, index) => index + 1))
    expect(new Set(CHECKLIST.map(titleOf)).size).toBe(CHECKLIST.length)
  })
})

/** Columns of a table may have any width. */
const unpadded = (text: string): string => text.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---')

const afterPath = (call: string): string => call.slice(call.indexOf(': ') + 2)
const pathOf = (call: string): string => call.slice(0, call.indexOf(': '))

/** How the window's navigation guard treats a page that wants to go there. */
function isStopped(url: string): boolean {
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: () => undefined })
  guardNavigation(contents as never, WINDOW_URL)
  let stopped = false
  contents.emit('will-navigate', { url, preventDefault: () => (stopped = true) })
  return stopped
}

async function writtenCode(code: string): Promise<readonly string[]> {
  const written: string[] = []
  const turned = (text: string): string => text.split('').toReversed().join('')
  const clock = systemClock()
  const keychain = openKeychain({
    safeStorage: {
      encryptStringAsync: (text) => Promise.resolve(Buffer.from(turned(text))),
      decryptStringAsync: (bytes) =>
        Promise.resolve({ result: turned(bytes.toString()), shouldReEncrypt: false }),
    },
    platform: 'linux',
    clock,
  })
  const secrets = createSecrets({
    keychain,
    clock,
    read: () => null,
    write: (text) => void written.push(Buffer.from(text, 'base64').toString()),
    log: { warn: () => undefined },
  })
  await keychain.opened
  await secrets.save(['https://host.example'], code)
  return written
}
