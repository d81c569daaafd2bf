import { expect, it } from 'vitest'
import { APP_ID, TOAST_ACTIVATOR, windowsIdentity } from './app-id.ts'

const identityOf = (isPackaged: boolean, path: string) =>
  windowsIdentity({ isPackaged, getAppPath: () => path })

// Electron registers the running program under these two, in the Start menu and the registry.
it('differs between the installed program and one run from source', () => {
  const installed = identityOf(true, '/opt/Ringside/resources/app.asar')
  expect(installed).toEqual({ id: APP_ID, toastActivator: TOAST_ACTIVATOR })
  const developed = identityOf(false, '/home/dana/ringside')
  expect(developed.id).not.toBe(installed.id)
  expect(developed.toastActivator).not.toBe(installed.toastActivator)
  for (const { toastActivator } of [installed, developed])
    expect(toastActivator).toMatch(/^\{[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}\}$/)
})
