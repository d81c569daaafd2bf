/** What the program starts itself again with: the same command line, with `--more=…` in it. An AppImage is started by its file. */
export function relaunchOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  more: string,
): { args: string[]; execPath?: string } {
  const name = more.slice(0, more.indexOf('=') + 1)
  const args = [...argv.slice(1).filter((word) => !word.startsWith(name)), more]
  // What it unpacked is gone once it has ended.
  return env['APPIMAGE'] === undefined ? { args } : { args, execPath: env['APPIMAGE'] }
}
