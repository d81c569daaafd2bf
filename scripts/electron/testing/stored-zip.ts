import { crc32 } from 'node:zlib'

/** A ZIP archive of one executable file, not compressed. `path` uses `/`. */
export function storedZip(path: string, content: Buffer): Buffer {
  const name = Buffer.from(path)
  const sums = Buffer.alloc(12)
  sums.writeUInt32LE(crc32(content), 0)
  sums.writeUInt32LE(content.length, 4)
  sums.writeUInt32LE(content.length, 8)
  const lengths = Buffer.alloc(4)
  lengths.writeUInt16LE(name.length, 0)
  // Version 2.0, no flags, stored, 1980-01-01.
  const common = Buffer.concat([Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 33, 0]), sums, lengths])
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, content])
  const executable = Buffer.alloc(14)
  executable.writeUInt32LE((0o100755 << 16) >>> 0, 6) // external attributes: a regular file, rwxr-xr-x
  const entry = Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, executable, name])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}
