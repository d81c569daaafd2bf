import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from './find-browser.ts'

/** What Playwright disables. Chromium uses only the last such switch, so ours repeats it. */
const OFF_FOR_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
]

/**
 * Pages that Chromium loads for each window in addition to ours, and a spare process for the next one: half of what a
 * page costs.
 */
const OFF_FOR_SPEED = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
]

/**
 * A headless Chromium with these switches in addition to Playwright's own, which turn its sandbox off: the same for
 * root, for an ordinary user, and in a container. It shows only the project's own pages. Throws like `findBrowser`.
 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = await findBrowser(process.env, process.platform)
  const off = `--disable-features=${[...OFF_FOR_PLAYWRIGHT, ...OFF_FOR_SPEED].join(',')}`
  return chromium.launch({ executablePath, args: [off, ...args] })
}
