import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { createClipboardWriter } from './clipboard-writer.ts'

interface Given {
  readonly needsFocus?: boolean
  readonly focused?: boolean
  /** When the window has the focus that it was given, ms; never for null. */
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
    // What Electron does without the focus: nothing, and says nothing.
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
  it('is written at once where the system takes it from everybody, or from who has the focus', async () => {
    expect(await aClipboard({ needsFocus: false })).toEqual(['text', 'copied'])
    expect(await aClipboard({ focused: true, hasProgram: true })).toEqual(['text', 'copied'])
  })

  it('goes by the system’s own program where there is one, and the focus is elsewhere', async () => {
    expect(await aClipboard({ hasProgram: true })).toEqual(['program text', 'copied'])
  })

  it('waits for the window’s focus where there is none, and is never written without it', async () => {
    expect(await aClipboard({ focusAfter: 400 })).toEqual(['window', 'text', 'copied'])
    expect(await aClipboard({ focusAfter: null })).toEqual(['window', 'failed'])
  })
})
