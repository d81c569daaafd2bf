import * as v from 'valibot'
import type { SystemFace } from './desktop-state.ts'
import { USUAL_SYSTEM } from './usual-system.ts'

const number = v.pipe(v.number(), v.finite())
const text = v.string()
const args = v.array(v.unknown())

/** A display that a tester plugs in. `bar`: the height of a bar at its lower edge, px. */
const PLUGGED_DISPLAY = v.object({
  name: text,
  scale: v.pipe(number, v.gtValue(0)),
  bar: v.pipe(number, v.minValue(0)),
})
const MOST_DISPLAYS = 8

/** A tester's faults: the pages of all windows, the renderer process, an uncaught error in main. */
const FAULT = v.picklist(['crash-windows', 'hang-windows', 'lose-gpu', 'throw', 'reject'])

const FROM_PAGE = v.variant('type', [
  v.object({ type: v.literal('viewport'), width: number, height: number }),
  v.object({ type: v.literal('pointer'), x: number, y: number }),
  /** What a tester does to the system. */
  v.object({
    type: v.literal('system'),
    part: v.custom<keyof SystemFace>((part) => typeof part === 'string' && Object.hasOwn(USUAL_SYSTEM, part)),
    on: v.boolean(),
  }),
  v.object({ type: v.literal('fault'), fault: FAULT }),
  /** The displays that are plugged in from now on. */
  v.object({
    type: v.literal('displays'),
    displays: v.pipe(v.array(PLUGGED_DISPLAY), v.minLength(1), v.maxLength(MOST_DISPLAYS), v.readonly()),
  }),
  v.object({
    type: v.literal('tray'),
    id: number,
    did: v.picklist(['click', 'double-click', 'right-click']),
  }),
  v.object({
    type: v.literal('tray-bounds'),
    id: number,
    bounds: v.object({ x: number, y: number, width: number, height: number }),
  }),
  v.object({ type: v.literal('menu'), id: number, command: number }),
  v.object({ type: v.literal('toast'), id: text, did: v.picklist(['shown', 'click', 'close']) }),
  v.object({ type: v.literal('toast-action'), id: text, index: number }),
  v.object({ type: v.literal('dialog'), id: number, button: number }),
  v.object({
    type: v.literal('window'),
    id: number,
    did: v.picklist(['focus', 'blur', 'loaded', 'close']),
  }),
  /** The user has moved a window. */
  v.object({ type: v.literal('window-moved'), id: number, x: number, y: number }),
  /** The user has resized a window at its lower right corner. */
  v.object({ type: v.literal('window-resized'), id: number, width: number, height: number }),
  /** The page in a window changed its own address, as `history.replaceState` may. `path`: everything after the host. */
  v.object({ type: v.literal('window-address'), id: number, path: text }),
  v.object({ type: v.literal('window-open'), id: number, url: text }),
  v.object({ type: v.literal('ipc-invoke'), id: number, seq: number, channel: text, args }),
  v.object({ type: v.literal('ipc-send'), id: number, channel: text, args }),
  /** Registered global shortcuts were pressed somewhere on the desktop. */
  v.object({ type: v.literal('global-key'), accelerator: text }),
  /** Shortcuts that another program has. */
  v.object({ type: v.literal('taken-keys'), accelerators: v.pipe(v.array(text), v.readonly()) }),
  v.object({ type: v.literal('clipboard'), seq: number, done: v.boolean() }),
])

export type PluggedDisplay = Readonly<v.InferOutput<typeof PLUGGED_DISPLAY>>
export type Fault = v.InferOutput<typeof FAULT>

/** From the desktop page to the host. */
export type FromPage = Readonly<v.InferOutput<typeof FROM_PAGE>>

/** A page's message, parsed and checked; null for anything that isn't one. Never throws. */
export function readMessage(json: string): FromPage | null {
  try {
    const read = v.safeParse(FROM_PAGE, JSON.parse(json))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
