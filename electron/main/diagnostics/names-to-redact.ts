import type { WindowState } from '../../../core/contract.ts'

/** The names of people that the program knows now: callers, colleagues who answered, and the agent. */
export function namesToRedact({
  watch,
  missed,
  queues,
  callers,
}: Pick<WindowState, 'watch' | 'missed' | 'queues' | 'callers'>): readonly string[] {
  const phones = [
    ...[...watch.calls, ...missed].map(({ phone }) => phone),
    ...queues.queues.flatMap(({ callers }) => callers.map(({ phone }) => phone)),
  ]
  return [
    ...(watch.agent === null ? [] : [watch.agent.name]),
    ...[...watch.calls, ...missed].map(({ name }) => name),
    ...missed.flatMap(({ ownName }) => ownName ?? []),
    ...[...Object.values(callers), ...missed.flatMap(({ caller }) => (caller === undefined ? [] : [caller]))]
      .flatMap(({ name, company }) => [name, company])
      .filter((name) => name !== ''),
    ...phones.flatMap((phone) => (phone.kind === 'name' ? [phone.received] : [])),
  ]
}
