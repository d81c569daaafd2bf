// Notes what tray and notifications of this Electron show, and what would be opened, for the tests to read. What it gives
// out is a copy: `failed` has the reason of each alert that the system did not take.
const { basename } = require('node:path')

exports.noteDesktop = ({ Notification, shell, Tray }) => {
  let tray = 'disconnected' // the first icon of every start
  const shown = new Set()
  const failed = []
  const opened = []

  const { setImage } = Tray.prototype
  Tray.prototype.setImage = function (image) {
    tray = basename(String(image)).replace(/(Template)?(@[\d.]+x)?\.\w+$/, '')
    return setImage.call(this, image)
  }

  shell.openExternal = (url) => Promise.resolve(void opened.push(url))

  const { show, close } = Notification.prototype
  Notification.prototype.show = function () {
    shown.add(this)
    this.once('close', () => shown.delete(this))
    this.once('failed', (_event, why) => {
      shown.delete(this)
      failed.push(String(why))
    })
    return show.call(this)
  }
  Notification.prototype.close = function () {
    shown.delete(this)
    return close.call(this)
  }

  const textOf = (one) => `${one.title} ${one.body}`
  return {
    noted: () => ({
      tray,
      opened: [...opened],
      failed: [...failed],
      alerts: [...shown].map((one) => ({ text: textOf(one) })),
    }),
    onAlert(does, about) {
      for (const one of [...shown].filter((candidate) => textOf(candidate).includes(about))) {
        if (does === 'close') one.close()
        else one.emit('click', {})
      }
    },
  }
}
