export interface IcoImage {
  /** Width and height in pixels, 1 to 256. */
  readonly size: number
  readonly png: Uint8Array
}

const HEADER_BYTES = 6
const ENTRY_BYTES = 16

/**
 * Packs PNG images into one Windows icon file. Windows has read PNG inside .ico since Vista.
 * Layout: ICONDIR and ICONDIRENTRY, https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)
 */
export function encodeIco(images: readonly IcoImage[]): Buffer {
  const head = Buffer.alloc(HEADER_BYTES + ENTRY_BYTES * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of images.entries()) {
    const entry = HEADER_BYTES + ENTRY_BYTES * index
    head.writeUInt8(size % 256, entry) // 0 stands for 256
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...images.map(({ png }) => png)])
}

/** The images inside an icon file. Throws on anything else. */
export function decodeIco(file: Buffer): readonly IcoImage[] {
  if (file.readUInt16LE(0) !== 0 || file.readUInt16LE(2) !== 1) throw new Error('not an icon file')
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = HEADER_BYTES + ENTRY_BYTES * index
    const start = file.readUInt32LE(entry + 12)
    const end = start + file.readUInt32LE(entry + 8)
    if (end > file.length) throw new Error('icon file is cut short')
    return { size: file.readUInt8(entry) || 256, png: file.subarray(start, end) }
  })
}
