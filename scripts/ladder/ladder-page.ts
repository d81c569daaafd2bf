import { ladderTable } from './ladder-table.ts'

/** docs/ladder.md, with the table in it climbed anew. */
export const ladderPage = (): string => `# The delivery ladder

A ring is told in up to four ways, each only when the ones before it were not \`shown\`:

1. **notification**: the system's own. On Windows a toast in the form of an incoming call (\`electron/main/alerts/toast-xml.ts\`); on Linux with one action, closed by its handle; on macOS with actions.
2. **popup**: Ringside's own small window. It never takes the focus, stays above full screens, comes up on the screen with the pointer or the chosen one, stays there while it shows, goes to the main one when the chosen one is unplugged, and keeps the place it was dragged to for each set of screens and scales. It comes up only when its page has drawn what rings now, and is gone with the last call: no picture of an earlier caller is left to flash. It is moved by its head, from the page itself, since not every system moves a window that takes no focus; whoever reaches it without a pointer moves it with the arrow keys and dismisses a call with Escape. Its buttons act half a second after it came up or changed.
3. **tray**: the icon blinks (not with reduced motion), and the window asks for attention in the taskbar, where it has a place there.
4. **sound**: Ringside's own, unless a desk phone rings or the kind of alert is set to be silent.

Each answers within 2 s, or counts as \`no-answer\`. Windows says that it shows a toast as soon as it has taken it, and that its settings refuse it a moment later: what it says within 400 ms counts. A blink or a sound is \`given\`: nobody can say that it was noticed, so the ladder goes on past it. Every answer is kept in the ring ledger (column \`rungs\`). When the ring ends, all that was raised is taken back, answered or not. Other alerts (missed calls, queues, recording) use all but the popup.

## Causes, rungs, outcomes

Written by \`npm run generate\` from the ladder itself (\`core/alerts/ladder.ts\`) with what each rung answers for that cause; a test keeps it so. A dash: not needed.

${ladderTable()}

"Test alert" in the settings tries every rung and says what came of each; with the reason where the system is known to have one: a Mac shows no notification of a program that is not signed, and Wayland lets no program place a window above others.

## Do-not-disturb

| system | what is read | what it can tell |
| --- | --- | --- |
| Windows | \`ToastEnabled\`, \`NOC_GLOBAL_SETTING_TOASTS_ENABLED\`, and \`Enabled\` and \`ShowBanner\` of this program's own key, in the user's registry | on, or not known: focus sessions and rules keep their state in formats that are not documented |
| macOS | nothing: there is no public way, and the file with the state needs full disk access | not known |
| GNOME | \`gsettings get org.gnome.desktop.notifications show-banners\` | on, off |
| KDE | the property \`Inhibited\` of \`org.freedesktop.Notifications\` | on, off |
| other desktops | nothing | not known |

Where it is on, a notification that the system calls shown counts as \`refused\`. GNOME and KDE let urgent notifications through even then: there both may be seen.

## What the systems do their own way

- **Linux**: a body is markup, so \`&\`, \`<\` and \`>\` are escaped; a daemon that reads no markup would show \`&amp;\`. \`silent\` is not passed on, and a window has its place in the taskbar whatever is requested. Electron waits for the notification daemon: one that hangs keeps the whole program still, up to 25 s, and nothing can be done meanwhile. Watching goes on afterwards; where it doesn't, the watchdog (\`electron/main/session/watchdog.ts\`) starts it again. Such a daemon is left alone for five minutes: rings have the next rung at once, and what was to be taken back is taken back then.
- **Windows, macOS**: a notification that is taken back before the system has it is closed once the system does; before that, Electron takes nothing back.
- **macOS**: permission is requested at the start. The program gives the keyboard back with its last window, by hiding itself. A hidden program shows no popup, so it doesn't hide where rings need one: with \`always\`, and after a notification that was not shown.
- **Every system**: a hidden window isn't drawn, and shows its last picture first when it comes up. When privacy is turned on, a hidden window is let go, unless something in it is half typed.

## Where it was tried

The ladder, the popup and "Test alert" ran in the browser host (\`tests/e2e/ladder.test.ts\`), with notifications that are refused, fail or stay silent; the popup on several displays that come and go, with scales and work areas of their own, and a Wayland session, likewise (\`tests/e2e/displays.test.ts\`). Windows toasts, macOS and Linux notifications, real screens, full-screen windows and the taskbar are tested as data and against Electron's types only; no claim is made of a run on Electron.

## How the popup looks

![The ring popup with one call](pictures/popup-light.png)
`
