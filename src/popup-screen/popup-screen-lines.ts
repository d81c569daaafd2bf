import type { PopupScreenTry, PopupScreenView } from '../../core/popup-screen/popup-screen-view.ts'
import { isLoopback } from '../../core/settings/is-loopback.ts'
import { isolated, leftToRight, timeOfDay } from '../../core/words/formats.ts'
import { troubleLines } from '../../core/words/callers/popup-screen-trouble.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'
import { shownText } from '../parts/shown-text.ts'

/** Such as `12 of 14 requests answered · last at 10:42 (0.2 s)`. */
export function popupScreenLine(url: string, demo: boolean, view: PopupScreenView, words: Words): string {
  const { popupScreen, locale } = words
  if (url === '') return popupScreen.off
  if (demo && !isLoopback(url)) return popupScreen.demo
  const { sent, answered, last } = view
  if (sent === 0) return popupScreen.nothing
  const number = new Intl.NumberFormat(locale)
  return [
    popupScreen.answered(number.format(answered), number.format(sent)),
    ...(last === null
      ? []
      : [popupScreen.last(leftToRight(timeOfDay(last.at, locale)), secondsText(last.ms, locale))]),
  ].join(' · ')
}

/** The result of a request by hand, such as `For the last call: Dana Levi, Brightwater · after 0.2 s`. */
export function triedLines(tried: PopupScreenTry, words: Words): readonly string[] {
  const { popupScreen, callers } = words
  if (tried.kind !== 'done') return [popupScreen[tried.kind]]
  const { outcome, sample, ms } = tried
  const about = popupScreen.tried[sample ? 'sample' : 'last']
  const seconds = popupScreen.inSeconds(secondsText(ms, words.locale))
  if (outcome.kind !== 'read') return [`${about} ${troubleLines(outcome, words).join(' ')}`]
  const { name, company, matches, url } = outcome.caller
  const names = [name, company].filter((one) => one !== '').map((one) => isolated(shownText(one)))
  const facts = [
    names.length === 0 ? popupScreen.nobody : names.join(words.comma),
    ...(matches === null ? [] : [matches === 0 ? callers.noMatch : callers.matches(matches)]),
    ...(url === '' ? [] : [popupScreen.page(leftToRight(URL.parse(url)?.host ?? ''))]),
    seconds,
  ]
  const { problems } = outcome
  const trouble = problems.length === 0 ? null : ({ kind: 'partly', problems } as const)
  return [`${about} ${facts.join(' · ')}`, ...troubleLines(trouble, words)]
}

const secondsText = (ms: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(ms / 1000)
