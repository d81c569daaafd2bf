import {
  inject,
  onScopeDispose,
  provide,
  shallowReactive,
  type InjectionKey,
  type ShallowReactive,
} from 'vue'

/** A section of a long page: the id and text of its heading. */
export interface Part {
  readonly id: string
  readonly title: () => string
}

/** The sections drawn below the caller, in their order there. */
export function useSections(): ShallowReactive<Part[]> {
  const parts = shallowReactive<Part[]>([])
  provide(partsKey, parts)
  return parts
}

/**
 * Registers the caller as a section of the page around it, if that page lists its sections, as long as the caller
 * lives.
 */
export function useSection(part: Part): void {
  const parts = inject(partsKey, null)
  if (parts === null) return
  parts.push(part)
  onScopeDispose(() => void parts.splice(parts.indexOf(part), 1))
}

const partsKey: InjectionKey<ShallowReactive<Part[]>> = Symbol('parts')
