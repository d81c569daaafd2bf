// Loaded before each command, to say which Node it needs instead of failing on TypeScript. Any Node can run this file.
if (!process.features.typescript) {
  process.stderr.write(
    `Ringside needs Node 22.18 or newer, but this is Node ${process.versions.node}. ` +
      '"npm ci" and then "npm rebuild" install one; where they don’t, install Node yourself.\n',
  )
  process.exit(1)
}
