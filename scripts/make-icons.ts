import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { encodeIco } from './icons/ico.ts'
import { type IconFile, iconFiles } from './icons/icon-files.ts'
import { createSvgRenderer, type SvgRenderer } from './icons/svg-renderer.ts'

/** `npm run generate -- icons`: redraws every icon of resources/. Run it after a change in scripts/icons. */
async function makeIcons(resources: string): Promise<number> {
  const renderer = await createSvgRenderer()
  const files = iconFiles()
  try {
    for (const file of files) {
      const path = join(resources, file.path)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, await content(file, renderer))
    }
  } finally {
    await renderer.close()
  }
  return files.length
}

async function content(file: IconFile, renderer: SvgRenderer): Promise<Buffer | string> {
  switch (file.kind) {
    case 'svg':
      return file.svg
    case 'png':
      return renderer.png(file.svg, file.size)
    case 'ico': {
      const images = []
      for (const size of file.sizes) images.push({ size, png: await renderer.png(file.svg, size) })
      return encodeIco(images)
    }
  }
}

const resources = join(import.meta.dirname, '..', 'resources')
console.log(`${await makeIcons(resources)} icon files written to resources/`)
