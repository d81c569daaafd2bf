// Loaded before each command, to say which Node it needs instead of failing midway. Any Node can run this file. 24.16
// and 26.1 introduced node:sqlite's serialize(), the newest feature that Ringside uses.
const LEAST_MINOR = { 24: 16, 26: 1 }
const NEWEST_LINE = 26

const [major, minor] = process.versions.node.split('.').map(Number)
if (major <= NEWEST_LINE && !(minor >= LEAST_MINOR[major])) {
  process.stderr.write(
    `Ringside needs Node 24.16, 26.1 or newer, but this is Node ${process.versions.node}. ` +
      '"npm ci" and then "npm rebuild" install one; where they don’t, install Node yourself.\n',
  )
  process.exit(1)
}

require('./end-with-npm.cjs')
