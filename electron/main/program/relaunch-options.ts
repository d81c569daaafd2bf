/**
 * How the program restarts itself: with the same command line, plus `--more=…`. An AppImage is started from its file.
 */
export function relaunchOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  more: string,
): { args: string[]; execPath?: string } {
  const name = more.slice(0, more.indexOf('=') + 1)
  const args = [...argv.slice(1).filter((word) => !word.startsWith(name)), more]
  // The unpacked files are gone after it has ended.
  return env['APPIMAGE'] === undefined ? { args } : { args, execPath: env['APPIMAGE'] }
}
