import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { createClipboardWriter } from './clipboard-writer.ts'

interface Given {
  readonly needsFocus?: boolean
  readonly focused?: boolean
  /** After how many ms the window gets the requested focus; null for never. */
  readonly focusAfter?: number | null
  readonly hasProgram?: boolean
}

function aClipboard({ needsFocus = true, focused = false, focusAfter = 0, hasProgram = false }: Given) {
  const clock = virtualClock()
  const did: string[] = []
  let hasFocus = focused
  const write = createClipboardWriter({
    needsFocus,
    hasFocus: () => hasFocus,
    takeFocus() {
      did.push('window')
      if (focusAfter !== null) clock.after(focusAfter, () => (hasFocus = true))
    },
    // What Electron does without the focus: nothing, without an error.
    write: (text) => Promise.resolve(void did.push(needsFocus && !hasFocus ? `dropped ${text}` : text)),
    byProgram: (text) => Promise.resolve(hasProgram && did.push(`program ${text}`) > 0),
    clock,
  })
  async function copied(): Promise<readonly string[]> {
    const outcome = write('text').then(
      () => 'copied',
      () => 'failed',
    )
    await clock.advance(10_000)
    return [...did, await outcome]
  }
  return copied()
}

describe('a text for the clipboard', () => {
  it('is written at once if the system accepts it from every program, or the window has the focus', async () => {
    expect(await aClipboard({ needsFocus: false })).toEqual(['text', 'copied'])
    expect(await aClipboard({ focused: true, hasProgram: true })).toEqual(['text', 'copied'])
  })

  it('is written by the system’s own program if there is one and the focus is elsewhere', async () => {
    expect(await aClipboard({ hasProgram: true })).toEqual(['program text', 'copied'])
  })

  it('waits for the window’s focus if there is none, and is never written without it', async () => {
    expect(await aClipboard({ focusAfter: 400 })).toEqual(['window', 'text', 'copied'])
    expect(await aClipboard({ focusAfter: null })).toEqual(['window', 'failed'])
  })
})
