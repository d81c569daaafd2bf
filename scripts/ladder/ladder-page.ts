import { ladderTable } from './ladder-table.ts'

/** The text of docs/ladder.md, with its table derived from the ladder itself. */
export const ladderPage = (): string => `# The delivery ladder

This page is written by \`npm run generate\`; its text is in \`scripts/ladder/ladder-page.ts\`.

Ringside can announce a ring in up to four ways. Each is used only if the ones before it were not \`shown\`; the popup also at every ring, if the agent wants that:

1. **notification**: the system's. On Windows an incoming-call toast (\`electron/main/alerts/toast-xml.ts\`); on Linux with one action, closed by its handle; on macOS with actions.
2. **popup**: a small window of Ringside. It never takes the focus, stays above full-screen windows, and appears on the screen with the pointer or on the chosen screen (on the main one if that is unplugged). It doesn't change screens while it is shown, and is in the set corner, or where it was dragged for each combination of screens and scales. It can hide after a set time, never while the pointer or the focus is in it; the other rungs go on. Its buttons work half a second after it appeared or changed.
3. **tray**: the icon blinks (not with reduced motion), and the window's taskbar button, if it has one, asks for attention.
4. **sound**: Ringside's, unless a desk phone rings or this kind of alert is set to be silent.

On Linux, Electron ignores \`silent\`: a desktop that plays a sound for notifications plays it for these too, next to Ringside's own. It also ignores \`skipTaskbar\`: a window manager may list the popup in its taskbar.

Each rung reports its outcome within 2 s, or counts as \`no-answer\`. A blink or a sound is \`given\`: whether it was noticed is unknown, so the next rung is tried as well. Every outcome is stored in the ring ledger (column \`rungs\`). When the ring ends, everything shown for it is withdrawn, whatever its outcome. Alerts of the other kinds use every rung except the popup.

## Causes, rungs, outcomes

From the ladder (\`core/alerts/ladder.ts\`) and the outcome of each rung for that cause; a test checks that it is current. A dash means not needed.

${ladderTable()}

"Test alert" in the settings tries every rung and shows the outcome of each, with the reason if it is known: macOS shows no notifications from unsigned programs, and Wayland lets no program place a window above others.

## Do-not-disturb

| system | what is read | possible results |
| --- | --- | --- |
| Windows | \`ToastEnabled\` and \`NOC_GLOBAL_SETTING_TOASTS_ENABLED\` in the user's registry | on, or unknown: focus sessions and rules store their state in undocumented formats |
| macOS | nothing: there is no public API, and the file with the state requires full disk access | unknown |
| GNOME | \`gsettings get org.gnome.desktop.notifications show-banners\` | on, off |
| KDE | the property \`Inhibited\` of \`org.freedesktop.Notifications\` | on, off |
| other desktops | nothing | unknown |

While do-not-disturb is on, a notification that the system reports as shown counts as \`refused\`. GNOME and KDE let urgent notifications through even then, so both the notification and the popup may appear.

## Where it was tested

The ladder, the popup and "Test alert" ran in the browser host (\`tests/e2e/ladder.test.ts\`), with notifications that are refused, fail or stay silent; so did the popup on several displays that are connected and disconnected, with different scales and work areas, and in a Wayland session (\`tests/e2e/displays.test.ts\`). Windows toasts, macOS and Linux notifications, real screens, full-screen windows and the taskbar are tested only as data and against Electron's types; nothing has run on Electron itself.

## What the popup looks like

![The ring popup with one call](pictures/popup-light.png)
`
