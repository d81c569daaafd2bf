// Loaded before each command, to say which Node it needs instead of failing on TypeScript. Any Node can run this file.
if (!process.features.typescript) {
  process.stderr.write(
    `Ringside needs Node 22.18 or newer; this is ${process.versions.node}. ` +
      'Run npm ci, which installs one on most systems; if it doesn’t, install Node yourself.\n',
  )
  process.exit(1)
}
