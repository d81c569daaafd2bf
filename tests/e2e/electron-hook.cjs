// Runs before the program in Electron's main process.
const electron = require('electron')
const { noteDesktop } = require('./note-desktop.cjs')

Object.assign(globalThis, noteDesktop(electron))
