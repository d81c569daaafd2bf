import {
  inject,
  onScopeDispose,
  provide,
  shallowReactive,
  type InjectionKey,
  type ShallowReactive,
} from 'vue'

/** A part of a long page: the id of its heading, and what that says. */
export interface Part {
  readonly id: string
  readonly title: () => string
}

/** The parts drawn below the caller, in their order there. */
export function useSections(): ShallowReactive<Part[]> {
  const parts = shallowReactive<Part[]>([])
  provide(partsKey, parts)
  return parts
}

/** Names the caller as a part of the page around it, where that lists its parts, as long as it lives. */
export function useSection(part: Part): void {
  const parts = inject(partsKey, null)
  if (parts === null) return
  parts.push(part)
  onScopeDispose(() => void parts.splice(parts.indexOf(part), 1))
}

const partsKey: InjectionKey<ShallowReactive<Part[]>> = Symbol('parts')
