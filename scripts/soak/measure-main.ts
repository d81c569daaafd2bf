/**
 * `node --import …/measure-main.ts`: writes a line of JSON about this process to RINGSIDE_SOAK_FILE every
 * RINGSIDE_SOAK_EVERY_MS, starting at RINGSIDE_SOAK_AFTER_MS. Only the process in which the browser host's main file
 * runs is measured.
 */
import { EventEmitter } from 'node:events'
import { appendFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const file = process.env['RINGSIDE_SOAK_FILE']
const afterMs = Number(process.env['RINGSIDE_SOAK_AFTER_MS'] ?? 0)
const everyMs = Number(process.env['RINGSIDE_SOAK_EVERY_MS'] ?? 60_000)
if (file !== undefined && process.argv[1]?.endsWith('main.ts') === true) {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') measureOn(file, () => void Reflect.apply(collect, undefined, []))
}

function measureOn(file: string, collect: () => void): void {
  const measure = async (): Promise<void> => {
    const kinds = await countListeners()
    collect()
    collect()
    const { heapUsed, external, rss } = process.memoryUsage()
    const handles = process.getActiveResourcesInfo()
    const line = { at: Date.now(), heapUsed, external, rss, kinds, handles }
    appendFileSync(file, `${JSON.stringify(line)}\n`)
    setTimeout(() => void measure(), everyMs).unref()
  }
  setTimeout(() => void measure(), afterMs + everyMs).unref()
}

/** All live EventEmitters, and all of their listeners. The result holds no references to them. */
async function countListeners(): Promise<object> {
  const session = new Session()
  session.connect()
  const post = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      session.post(method, params, (error, answer) => (error === null ? resolve(answer) : reject(error)))
    })
  Reflect.set(globalThis, 'soakEmitters', EventEmitter.prototype)
  try {
    const prototype = await post('Runtime.evaluate', { expression: 'soakEmitters', objectGroup: 'soak' })
    const found = await post('Runtime.queryObjects', {
      prototypeObjectId: at(prototype, 'result', 'objectId'),
      objectGroup: 'soak',
    })
    const response = await post('Runtime.callFunctionOn', {
      objectId: at(found, 'objects', 'objectId'),
      functionDeclaration: COUNT,
      returnByValue: true,
    })
    const kinds = at(response, 'result', 'value')
    if (typeof kinds !== 'object' || kinds === null) throw new Error('listeners could not be counted')
    return kinds
  } finally {
    await post('Runtime.releaseObjectGroup', { objectGroup: 'soak' })
    session.disconnect()
    Reflect.deleteProperty(globalThis, 'soakEmitters')
  }
}

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )

const COUNT = `function () {
  const kinds = {}
  for (const one of this) {
    const name = one.constructor?.name || 'nameless'
    const kind = (kinds[name] ??= { emitters: 0, listeners: 0 })
    kind.emitters += 1
    const events = Object.getOwnPropertyDescriptor(one, '_events')?.value
    for (const key of Reflect.ownKeys(events ?? {}))
      kind.listeners += Array.isArray(events[key]) ? events[key].length : events[key] === undefined ? 0 : 1
  }
  return kinds
}`
