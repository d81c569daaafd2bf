// Runs before the program in Electron's main process: notes what tray and notifications show and what would be opened,
// for the tests to read.
const { basename } = require('node:path')
const { Notification, shell, Tray } = require('electron')

let tray = 'disconnected' // the first icon of every start
const shown = new Set()

const { setImage } = Tray.prototype
Tray.prototype.setImage = function (image) {
  tray = basename(String(image)).replace(/(Template)?(@[\d.]+x)?\.\w+$/, '')
  return setImage.call(this, image)
}

const opened = []
shell.openExternal = (url) => Promise.resolve(void opened.push(url))

const { show, close } = Notification.prototype
Notification.prototype.show = function () {
  shown.add(this)
  this.once('close', () => shown.delete(this))
  return show.call(this)
}
Notification.prototype.close = function () {
  shown.delete(this)
  return close.call(this)
}

const textOf = (one) => `${one.title} ${one.body}`
globalThis.noted = () => ({ tray, opened, alerts: [...shown].map((one) => ({ text: textOf(one) })) })
globalThis.onAlert = (does, about) => {
  for (const one of [...shown].filter((candidate) => textOf(candidate).includes(about))) {
    if (does === 'close') one.close()
    else one.emit('click', {})
  }
}
