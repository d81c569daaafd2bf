/**
 * `node newer-chromium.ts CHROMIUM …`: runs that Chromium, and makes it report a much newer version. Its DevTools
 * messages pass through here, each ended by a NUL, as Playwright reads and writes them at descriptors 3 and 4.
 */
import { spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { Readable, Transform, Writable } from 'node:stream'

const NEWER_BY = 100 // versions: newer than any release
const MOST_BYTES = 4_096 // of the message that contains the version

const [program = '', ...args] = process.argv.slice(2)
const child = spawn(program, args, { stdio: ['inherit', 'inherit', 'inherit', 'pipe', 'pipe'] })
const [, , , orders, replies] = child.stdio
if (!(orders instanceof Writable) || !(replies instanceof Readable)) throw new Error('there are no pipes')
new Socket({ fd: 3, readable: true, writable: false }).pipe(orders)
replies.pipe(renewed()).pipe(new Socket({ fd: 4, readable: false, writable: true }))
child.once('exit', (code) => process.exit(code ?? 1))

function renewed(): Transform {
  let rest = Buffer.alloc(0)
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      rest = Buffer.concat([rest, chunk])
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.push(newer(rest.subarray(0, end + 1)))
        rest = rest.subarray(end + 1)
      }
      done()
    },
  })
}

function newer(message: Buffer): Buffer {
  if (message.length > MOST_BYTES || !message.includes('"protocolVersion"')) return message
  const text = message.toString('utf8')
  return Buffer.from(
    text.replaceAll(/Chrome\/(\d+)/g, (_, version) => `Chrome/${Number(version) + NEWER_BY}`),
  )
}
