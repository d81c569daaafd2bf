import { existsSync, readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { simulated } from '../simulated.ts'

type Simulated = Pick<
  Electron.NativeImage,
  'isEmpty' | 'toDataURL' | 'toPNG' | 'getSize' | 'setTemplateImage' | 'isTemplateImage' | 'addRepresentation'
>

/** What the desktop page receives for an image. */
export interface ImageFace {
  readonly state: string
  readonly image: string
  readonly template: boolean
}

/** Electron's `nativeImage`. An image remembers the file it came from: that is the tray's `data-state`. */
export function createNativeImage() {
  return simulated('nativeImage', {
    createEmpty: () => image('', null),
    createFromPath: (path: string) => image(path, existsSync(path) ? readFileSync(path) : null),
    createFromBuffer: (buffer: Buffer) => image('', buffer),
    createFromDataURL: (url: string) => image('', Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
  })
}

/** What the page shows of an image, or of a path given instead of an image. */
export function imageFace(given: unknown): ImageFace {
  if (typeof given === 'string') return imageFace(createNativeImage().createFromPath(given))
  if (!(given instanceof HostImage)) return { state: '', image: '', template: false }
  return { state: stateOf(given.path), image: given.best(), template: given.isTemplateImage() }
}

const image = (path: string, data: Buffer | null): HostImage =>
  simulated('NativeImage', new HostImage(path, data))

/** `ringing` of `…/ringing@2x.png`, `ringingTemplate.png` or `ringing.ico`. */
const stateOf = (path: string): string =>
  basename(path, extname(path))
    .replace(/@\d(\.\d+)?x$/, '')
    .replace(/Template$/, '')

class HostImage implements Simulated {
  readonly path: string
  private readonly data: Buffer | null
  private larger: Buffer | null
  private template: boolean

  constructor(path: string, data: Buffer | null) {
    this.path = path
    this.data = data
    const twice = path.replace(/(\.\w+)$/, '@2x$1')
    this.larger = twice !== path && existsSync(twice) ? readFileSync(twice) : null
    // macOS automatically treats a file with such a name as a template; only such files are used there.
    this.template = /Template(@2x)?\.\w+$/.test(path)
  }

  isEmpty(): boolean {
    return this.data === null || this.data.length === 0
  }

  /** The image with the highest resolution, because the page may be on a high-resolution screen. */
  best(): string {
    return this.isEmpty() ? '' : dataUrl(this.larger ?? this.data)
  }

  toDataURL(): string {
    return dataUrl(this.data)
  }

  toPNG(): Buffer<ArrayBuffer> {
    return Buffer.from(this.data ?? Buffer.alloc(0))
  }

  getSize(): Electron.Size {
    return this.data !== null && isPng(this.data)
      ? { width: this.data.readUInt32BE(16), height: this.data.readUInt32BE(20) }
      : { width: 0, height: 0 }
  }

  setTemplateImage(option: boolean): void {
    this.template = option
  }

  isTemplateImage(): boolean {
    return this.template
  }

  addRepresentation(options: Electron.AddRepresentationOptions): void {
    if ((options.scaleFactor ?? 1) > 1 && options.buffer !== undefined) this.larger = options.buffer
  }
}

const isPng = (data: Buffer): boolean => data.length > 24 && data.toString('latin1', 1, 4) === 'PNG'

function dataUrl(data: Buffer | null): string {
  if (data === null) return 'data:image/png;base64,'
  return `data:image/${isPng(data) ? 'png' : 'x-icon'};base64,${data.toString('base64')}`
}
