import { contextBridge, ipcRenderer } from 'electron/renderer'
import { createExposed } from './expose.ts'

contextBridge.exposeInMainWorld('companion', createExposed(ipcRenderer))
