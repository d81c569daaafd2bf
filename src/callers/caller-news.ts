import type { WindowState } from '../../core/contract.ts'
import type { Call } from '../../core/domain.ts'
import { callerTitle } from '../../core/callers/caller-title.ts'
import type { StartWords as Words } from '../../core/words/words.ts'

type Known = Pick<WindowState, 'callers'> & { readonly watch: { readonly calls: readonly Call[] } }

/** The names to announce, because they are new: at once with a new ring, otherwise in turn. */
export function callerNews(
  before: Known | null,
  now: Known,
  words: Words,
): { readonly assertive: readonly string[]; readonly polite: readonly string[] } {
  const title = (state: Known | null, { key }: Call): string => callerTitle(state?.callers[key], words)
  const isRinging = ({ phase }: Call): boolean => phase === 'ringing'
  const wasRinging = (call: Call): boolean =>
    before?.watch.calls.some(({ key, phase }) => key === call.key && phase === 'ringing') ?? false
  const news = now.watch.calls.filter((call) => title(now, call) !== title(before, call))
  const titles = (calls: readonly Call[]): readonly string[] =>
    calls.map((call) => title(now, call)).filter((one) => one !== '')
  const atOnce = news.filter((call) => isRinging(call) && !wasRinging(call))
  return {
    assertive: titles(atOnce),
    polite: before === null ? [] : titles(news.filter((call) => !atOnce.includes(call))),
  }
}
