import { ref, watch, type Ref } from 'vue'

/** True from the first time that the condition was true. */
export function useOnceTrue(condition: () => boolean): Readonly<Ref<boolean>> {
  const ever = ref(false)
  watch(condition, (is) => (ever.value ||= is), { immediate: true })
  return ever
}
