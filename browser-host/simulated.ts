import type { EventEmitter } from 'node:events'

/**
 * A part of Electron as this host provides it: existing members work, anything else throws with its name, so that a gap
 * is noticed immediately and never mistaken for a value. `name` is the part's name after `electron.`.
 */
export function simulated<T extends object>(name: string, part: T): T {
  return new Proxy(part, {
    get(target, key, receiver) {
      if (key in target || isAskedOfAnyObject(key)) {
        const value: unknown = Reflect.get(target, key, receiver)
        return value
      }
      throw new Error(notSimulated(name, key))
    },
    set(target, key, value, receiver) {
      if (!(key in target) && typeof key === 'string') throw new Error(notSimulated(name, key))
      return Reflect.set(target, key, value, receiver)
    },
  })
}

/**
 * What a class may have of Electron's `Real`: any of it, with Electron's types. Except its listeners, which are Node's,
 * and `Own`, whose types are the host's.
 */
export type PartOf<Real, Own extends keyof Real = never> = Partial<Omit<Real, keyof EventEmitter | Own>>

/** An export of Electron that this host does not provide: any use of it throws with its name. */
export function missing(name: string): unknown {
  const refuse = (): never => {
    throw new Error(`browser-host does not simulate electron.${name}`)
  }
  // Only a function's proxy can be called or constructed.
  return new Proxy(function () {}, {
    get(_target, key) {
      if (isAskedOfAnyObject(key)) return undefined
      throw new Error(notSimulated(name, key))
    },
    apply: refuse,
    construct: refuse,
  })
}

const notSimulated = (name: string, key: string | symbol): string =>
  `browser-host does not simulate electron.${name}.${String(key)}`

/** `then` is read by `await`, `toJSON` by JSON and inspectors: for every object, Electron's or not. */
const isAskedOfAnyObject = (key: string | symbol): boolean =>
  typeof key === 'symbol' || key === 'then' || key === 'toJSON'
