import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A fresh self-signed certificate for 127.0.0.1, with its key; both as PEM. */
export function selfSigned(now: number): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const name = sequence(set(sequence(oid('2.5.4.3'), text('127.0.0.1'))))
  const algorithm = sequence(oid('1.2.840.10045.4.3.2')) // ecdsa-with-SHA256
  const signed = sequence(
    tagged(0xa0, whole(2)), // version 3
    whole(1, ...randomBytes(8)),
    algorithm,
    name,
    sequence(time(now - DAY_MS), time(now + DAY_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(sequence(oid('2.5.29.17'), tagged(0x04, sequence(tagged(0x87, LOOPBACK)))))),
  )
  const signature = sign('sha256', signed, privateKey)
  const der = sequence(signed, algorithm, tagged(0x03, Buffer.concat([Buffer.of(0), signature])))
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

const DAY_MS = 86_400_000
const LOOPBACK = Buffer.of(127, 0, 0, 1)

// DER: a tag, a length, and the content (X.690).
function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content])
}

const lengthOf = (length: number): Buffer =>
  length < 0x80
    ? Buffer.of(length)
    : length < 0x100
      ? Buffer.of(0x81, length)
      : Buffer.of(0x82, length >> 8, length & 0xff)

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, ...parts)
const set = (part: Buffer): Buffer => tagged(0x31, part)
const text = (value: string): Buffer => tagged(0x0c, Buffer.from(value))
const whole = (...bytes: readonly number[]): Buffer => tagged(0x02, Buffer.from(bytes))

const time = (at: number): Buffer =>
  tagged(0x18, Buffer.from(`${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`))

function oid(dotted: string): Buffer {
  const [a = 0, b = 0, ...more] = dotted.split('.').map(Number)
  return tagged(0x06, Buffer.from([a * 40 + b, ...more.flatMap(base128)]))
}

/** Seven bits per byte, all but the last marked. Two bytes are enough for the names used here. */
const base128 = (value: number): readonly number[] =>
  value < 128 ? [value] : [0x80 | (value >> 7), value & 0x7f]
