import type { AlertCommand } from '../../../core/alerts/notification.ts'
import type { TrayView } from '../../../core/alerts/tray.ts'
import type { CallEvent } from '../../../core/domain.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { callerText } from '../../../core/alerts/caller-text.ts'
import type { Words } from '../../../core/words/words.ts'

/** Prints what the agent would see to the terminal, one line each: the demo works without a screen too. */
export interface DemoConsole {
  centre(page: string): void
  tray(view: TrayView): void
  alert(command: AlertCommand): void
  events(events: readonly CallEvent[]): void
}

export interface DemoConsoleParts {
  readonly print: (line: string) => void
  readonly words: () => Words
  readonly settings: () => Settings
}

export function createDemoConsole({ print, words, settings }: DemoConsoleParts): DemoConsole {
  const titles = new Map<string, string>()
  let lastTray = ''
  const say = (line: string): void => print(oneLine(line))

  function send(command: AlertCommand): void {
    const { terminal } = words()
    if (command.do === 'withdraw') {
      const title = titles.get(command.id)
      titles.delete(command.id)
      if (title !== undefined) say(terminal.alertGone(title))
      return
    }
    const { id, title, body, stays } = command.notification
    if (stays) titles.set(id, title)
    say(terminal.alert(title, body))
  }

  return {
    centre: (page) => say(words().terminal.centre(page)),
    tray({ icon, tooltip }) {
      const line = words().terminal.tray(icon, tooltip)
      if (line !== lastTray) say(line)
      lastTray = line
    },
    alert: send,
    events: (events) => events.forEach((event) => say(eventLine(event, words(), settings()))),
  }
}

function eventLine({ call, ...event }: CallEvent, words: Words, settings: Settings): string {
  const what = event.type === 'ended' ? words.call.outcome(event.outcome) : words.terminal.event(event.type)
  const caller = callerText(call.phone, settings, words)
  const details = [
    call.name,
    call.did === null ? '' : words.call.dialled(callerText(call.did, settings, words)),
  ]
  return words.terminal.call([what, caller, ...details].filter((part) => part !== '').join(' · '))
}

/** Without the direction marks: a terminal would show them, or a search would miss the words. */
const oneLine = (text: string): string =>
  text
    .replaceAll(/[\u2066-\u2069]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .join(' · ')
