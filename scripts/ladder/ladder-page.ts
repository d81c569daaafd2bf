import { ladderTable } from './ladder-table.ts'

/** docs/ladder.md, with the table in it climbed anew. */
export const ladderPage = (): string => `# The delivery ladder

A ring is told in up to four ways, each only when the ones before it were not \`shown\`:

1. **notification**: the system's own. On Windows a toast in the form of an incoming call (\`electron/main/alerts/toast-xml.ts\`); on Linux with one action, closed by its handle; on macOS with actions.
2. **popup**: Ringside's own small window. It never takes the focus, stays above full screens, comes up on the screen with the pointer or the chosen one, stays there while it shows, goes to the main one when the chosen one is unplugged, and keeps the place it was dragged to for each set of screens and scales. Its buttons act half a second after it came up or changed.
3. **tray**: the icon blinks (not with reduced motion), and the window asks for attention in the taskbar, where it has a place there.
4. **sound**: Ringside's own, unless a desk phone rings or the kind of alert is set to be silent.

Each answers within 2 s, or counts as \`no-answer\`. A blink or a sound is \`given\`: nobody can say that it was noticed, so the ladder goes on past it. Every answer is kept in the ring ledger (column \`rungs\`). When the ring ends, all that was raised is taken back, answered or not. Other alerts (missed calls, queues, recording) use all but the popup.

## Causes, rungs, outcomes

Written by \`npm run generate\` from the ladder itself (\`core/alerts/ladder.ts\`) with what each rung answers for that cause; a test keeps it so. A dash: not needed.

${ladderTable()}

"Test alert" in the settings tries every rung and says what came of each; with the reason where the system is known to have one: a Mac shows no notification of a program that is not signed, and Wayland lets no program place a window above others.

## Do-not-disturb

| system | what is read | what it can tell |
| --- | --- | --- |
| Windows | \`ToastEnabled\` and \`NOC_GLOBAL_SETTING_TOASTS_ENABLED\` in the user's registry | on, or not known: focus sessions and rules keep their state in formats that are not documented |
| macOS | nothing: there is no public way, and the file with the state needs full disk access | not known |
| GNOME | \`gsettings get org.gnome.desktop.notifications show-banners\` | on, off |
| KDE | the property \`Inhibited\` of \`org.freedesktop.Notifications\` | on, off |
| other desktops | nothing | not known |

Where it is on, a notification that the system calls shown counts as \`refused\`. GNOME and KDE let urgent notifications through even then: there both may be seen.

## Where it was tried

The ladder, the popup and "Test alert" ran in the browser host (\`tests/e2e/ladder.test.ts\`), with notifications that are refused, fail or stay silent; the popup on several displays that come and go, with scales and work areas of their own, and a Wayland session, likewise (\`tests/e2e/displays.test.ts\`). Windows toasts, macOS and Linux notifications, real screens, full-screen windows and the taskbar are tested as data and against Electron's types only; no claim is made of a run on Electron.

## How the popup looks

![The ring popup with one call](pictures/popup-light.png)
`
