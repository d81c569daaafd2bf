import type { Part } from './parts.ts'

/** A CycloneDX 1.6 bill of materials: JSON, the same for the same parts. `lock`: the parsed lock file. */
export function sbom(program: Pick<Part, 'name' | 'version'>, parts: readonly Part[], lock: unknown): string {
  const component = { type: 'application', 'bom-ref': refOf(program), ...program, purl: refOf(program) }
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component },
    components: parts.map((part) => componentOf(part, lock)),
    dependencies: [{ ref: refOf(program), dependsOn: parts.map(refOf) }],
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

const refOf = ({ name, version }: Pick<Part, 'name' | 'version'>): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`

function componentOf(part: Part, lock: unknown) {
  const { name, version, licence } = part
  const hash = hashOf(lock, part.folder)
  return {
    type: name === 'electron' ? 'framework' : 'library',
    'bom-ref': refOf(part),
    name,
    version,
    purl: refOf(part),
    licenses: [{ license: { id: licence } }],
    ...(hash === null ? {} : { hashes: [{ alg: 'SHA-512', content: hash }] }),
  }
}

/** The package's SHA-512 from the lock file, in hex; null if it has none. */
function hashOf(lock: unknown, folder: string): string | null {
  const integrity = ['packages', folder, 'integrity'].reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : null),
    lock,
  )
  const base64 = typeof integrity === 'string' ? /sha512-([\w+/=]+)/.exec(integrity)?.[1] : undefined
  return base64 === undefined ? null : Buffer.from(base64, 'base64').toString('hex')
}
