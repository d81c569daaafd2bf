import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openAddressBook } from '../../../core/address-book/open-address-book.ts'
import { readBookFile } from '../../../core/address-book/read-book-file.ts'
import { readEntry, type ReadEntry } from '../../../core/address-book/read-entry.ts'
import type { Phone } from '../../../core/domain.ts'
import { callerKey } from '../../../core/phone/caller-key.ts'
import { readPhone } from '../../../core/phone.ts'
import { figure, medianTaken, taken, type Figure } from '../figure.ts'

const NAMES = 20_000
const LOOK_UPS = 200_000
const ROUNDS = 9
const REGION = 'IL'
const MAX_MB = 32 // next to the 100 and more that Electron's main process has
const MAX_MULTIPLE = 20 // of a look-up of 50 ns: still nothing next to a ring

/** What 20,000 own names cost: to store and open them, to have them in memory, to name a ring, and to search them. */
export async function benchAddressBook(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-bench-book-'))
  const path = join(folder, 'address-book.db')
  const open = () =>
    openAddressBook({ path, region: () => REGION, now: () => 0, log: (line) => process.stderr.write(line) })
  const phones = Array.from({ length: NAMES }, (_, at) => readPhone(numberOf(at), REGION))
  const file = Buffer.from(Array.from({ length: NAMES }, (_, at) => cardOf(at)).join(''))

  const filling = open()
  const read = readAll(file)
  const adding = taken(() => add(filling, read))
  filling.close()
  const opening = medianTaken(ROUNDS, () => open().close())
  const before = memory()
  const book = open()
  const megabytes = (memory() - before) / 1_000_000
  const plain = new Map(phones.map((phone, at) => [callerKey(phone), { name: `Name ${at}`, company: '' }]))
  const ours = medianTaken(ROUNDS, () => lookUp(phones, book.nameFor)) / LOOK_UPS
  const peer = medianTaken(ROUNDS, () => lookUp(phones, (phone) => plain.get(callerKey(phone)))) / LOOK_UPS
  const search = medianTaken(ROUNDS, () => book.page({ text: 'name 19', from: 0, limit: 100 }))
  book.close()
  await rm(folder, { recursive: true, force: true })
  const about = 'address book:'
  const ms = { unit: 'ms', digits: 2 }
  return [
    figure(`${about} a ring’s name among ${NAMES}, relative to a Map look-up`, ours / peer, {
      unit: '×',
      digits: 2,
      limit: MAX_MULTIPLE,
    }),
    figure(`${about} the same`, ours * 1_000, { unit: 'µs', digits: 2 }),
    figure(`${about} memory of ${NAMES} names`, megabytes, { unit: 'MB', digits: 2, limit: MAX_MB }),
    figure(`${about} opening it`, opening, ms),
    figure(`${about} a search`, search, { ...ms, limit: 100 }),
    figure(`${about} storing them, the longest piece of an import`, adding, ms),
  ]
}

type Book = ReturnType<typeof openAddressBook>

function readAll(file: Buffer): readonly ReadEntry[] {
  const read = readBookFile(file, REGION)
  if (typeof read === 'string') throw new Error(read)
  return Array.from(read, (entry) => readEntry(entry, REGION))
}

function add(book: Book, read: readonly ReadEntry[]): void {
  const added = book.add(read, REGION)
  if (added.kind !== 'added' || added.counts.added !== NAMES) throw new Error(JSON.stringify(added))
}

function lookUp(phones: readonly Phone[], nameOf: (phone: Phone) => unknown): void {
  let found = 0
  for (let at = 0; at < LOOK_UPS; at++) {
    const phone = phones[(at * 7_919) % NAMES]
    if (phone !== undefined && nameOf(phone) !== undefined) found += 1
  }
  if (found !== LOOK_UPS) throw new Error(`${found} of ${LOOK_UPS} found`)
}

const numberOf = (at: number): string => `05${String(20_000_000 + at)}`

const cardOf = (at: number): string =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Name ${at}\r\nORG:Company ${at % 500}\r\nTEL:${numberOf(at)}\r\nEND:VCARD\r\n`

/** Bytes of the heap that are in use. */
function memory(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') Reflect.apply(collect, undefined, [])
  return process.memoryUsage().heapUsed
}
