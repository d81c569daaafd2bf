import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes a small app that uses every message path, built as electron-vite would leave it. For tests. */
export function writeFixtureApp(folder: string): void {
  mkdirSync(join(folder, 'tray'), { recursive: true })
  const files = { 'package.json': PACKAGE, 'main.js': MAIN, 'preload.cjs': PRELOAD, 'child.js': CHILD }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  for (const icon of ['idle', 'ringing']) writeFileSync(join(folder, 'tray', `${icon}.png`), DOT)
}

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const PACKAGE = JSON.stringify({
  name: 'fixture',
  productName: 'Ringside',
  version: '1.2.3',
  type: 'module',
  main: './main.js',
})

const MAIN = `
import electron from 'electron'
import { app, BrowserWindow, clipboard, desktopCapturer, ipcMain, Menu, net, Notification, powerMonitor, protocol, safeStorage, session, Tray, utilityProcess } from 'electron/main'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const say = (...words) => console.log(words.join(' '))
const profile = process.argv.find((arg) => arg.startsWith('--profile='))?.slice(10)
if (profile) app.setPath('userData', profile)
say('same electron', createRequire(import.meta.url)('electron').app === app && electron.app === app)

if (!app.requestSingleInstanceLock({ from: 'second' })) app.quit()
else {
  protocol.registerSchemesAsPrivileged([{ scheme: 'fixture', privileges: { standard: true } }])
  app.on('second-instance', (_event, argv, _cwd, data) => say('second', argv.at(-1), data.from))
  app.on('before-quit', () => say('before-quit'))
  app.on('will-quit', () => say('will-quit'))
  app.on('window-all-closed', () => {})
  app.whenReady().then(start)
}

const PAGE = '<!doctype html><html><head><title>f</title></head><body><h1>Fixture</h1><script type="module" src="./page.js"></script></body></html>'
const SCRIPT = "const p = document.body.appendChild(document.createElement('p')); companion.on('push', (text) => { p.textContent = text }); companion.request('add', [2, 3]).then((sum) => { document.body.dataset.sum = sum }); document.addEventListener('visibilitychange', () => companion.send('visibility', document.visibilityState))"
const POLICY = "default-src 'none'; script-src 'self'; frame-ancestors 'none'"

function start() {
  protocol.handle('fixture', (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/index.html') return new Response(PAGE, { headers: { 'content-type': 'text/html', 'content-security-policy': POLICY } })
    if (pathname === '/page.js') return new Response(SCRIPT, { headers: { 'content-type': 'text/javascript' } })
    return new Response(null, { status: 404 })
  })
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  const window = new BrowserWindow({ width: 392, height: 600, x: 800, y: 40, show: false, webPreferences: { preload: at('./preload.cjs') } })
  window.once('ready-to-show', () => { say('ready-to-show'); window.showInactive() })
  for (const event of ['focus', 'blur', 'show', 'hide']) window.on(event, () => say('window', event))
  window.loadURL('fixture://app/index.html')

  const tray = new Tray(at('./tray/idle.png'))
  tray.setToolTip('Ringside: no calls')
  tray.on('click', () => say('tray click'))
  tray.setContextMenu(Menu.buildFromTemplate([
    { label: 'Ring && ring', click: () => ring() },
    { label: 'Open', click: () => window.show() },
    { type: 'separator' },
    { label: 'More', submenu: [{ label: 'Hide', click: () => window.hide() }] },
    { label: 'Off', enabled: false, click: () => say('never') },
    { label: 'Quit', role: 'quit' },
  ]))

  const held = []
  function ring() {
    tray.setImage(at('./tray/ringing.png'))
    const toast = new Notification({ id: 'ring-1', title: 'Ringing: 03-900', body: 'Sales', timeoutType: 'never', urgency: 'critical', actions: [{ type: 'button', text: 'Copy number' }] })
    held.push(toast)
    for (const event of ['show', 'click', 'close', 'failed']) toast.on(event, () => say('toast', event))
    toast.on('action', (_event, index) => { say('toast action', index); clipboard.writeText('03-900').then(() => say('copied'), () => say('not copied')) })
    toast.show()
  }

  ipcMain.handle('add', (event, [a, b]) => { say('asked from', event.senderFrame.url); return a + b })
  ipcMain.handle('fail', () => { throw new Error('on purpose') })
  ipcMain.handle('sealed', async () => safeStorage.decryptStringAsync(await safeStorage.encryptStringAsync('secret')))
  ipcMain.handle('gaps', () => {
    const tries = [() => app.dockless, () => desktopCapturer.getSources(), () => window.setShape([]), () => new electron.TouchBar({})]
    return tries.map((attempt) => { try { attempt(); return 'simulated' } catch (error) { return error.message } })
  })
  ipcMain.handle('fork', () => new Promise((resolve) => {
    const child = utilityProcess.fork(at('./child.js'), [], { env: { ...process.env, WORD: 'from env' } })
    child.on('message', (message) => { if (message.kind === 'hello') child.postMessage('more'); else { resolve(message); child.kill() } })
  }))
  ipcMain.handle('online', () => net.fetch('http://127.0.0.1:1/').then(() => 'fetched', (error) => error.message))
  ipcMain.on('visibility', (_event, state) => { say('page is', state); window.webContents.send('push', 'seen ' + state) })
  for (const event of ['suspend', 'resume', 'lock-screen', 'unlock-screen']) powerMonitor.on(event, () => say('power', event))
  say('running', app.getName(), app.getVersion())
}
`

const PRELOAD = `
const { contextBridge, ipcRenderer } = require('electron/renderer')
contextBridge.exposeInMainWorld('companion', {
  request: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  on: (channel, listener) => ipcRenderer.on(channel, (_event, ...args) => listener(...args)),
})
`

const CHILD = `
process.parentPort.on('message', (event) => process.parentPort.postMessage({ kind: 'end', word: process.env.WORD, got: event.data }))
process.parentPort.postMessage({ kind: 'hello' })
`
