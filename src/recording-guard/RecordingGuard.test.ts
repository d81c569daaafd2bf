// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { GuardWarning } from '../../core/recording-guard/guard-state.ts'
import type { RecordingView } from '../../core/recording-guard/guard-view.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aCall, aRecording, aState, NOW, PHONE } from '../testing/samples.ts'
import { live } from '../testing/shown-state.ts'

let open: OpenWindow | null = null

const KEY = 'SIPSIP2/id1'
const talking = aCall({ phase: 'talking', connected: true, answeredAt: NOW - 60_000 })
const muted = { ...talking, recording: { state: 'muted', fileName: '' }, mutedSince: NOW - 42_000 } as const
const about = { id: 7, call: KEY, phone: PHONE, at: NOW } as const
const again: GuardWarning = {
  ...about,
  kind: 'recorded-again',
  because: 'new-call',
  remedy: { do: 'mute', call: KEY },
}

const seen = (call: typeof talking, view: RecordingView, recordingWarnings: readonly GuardWarning[] = []) =>
  aState({ calls: [call] }, { recordings: { [KEY]: view }, recordingWarnings })

async function opened(...state: Parameters<typeof seen>): Promise<[OpenWindow, FakeCompanion]> {
  const companion = fakeCompanion({ 'state:read': () => seen(...state) })
  open = await openWindow(companion)
  return [open, companion]
}

async function push(companion: FakeCompanion, ...state: Parameters<typeof seen>): Promise<void> {
  companion.push('state', { ...seen(...state), revision: 2 })
  await flushPromises()
}

const card = (): string => document.querySelector('article .recording')?.textContent ?? ''

describe('the recording on a card', () => {
  it('is muted with its one button, and shown as recorded until a snapshot says otherwise', async () => {
    const [window, companion] = await opened(talking, aRecording())
    await window.click('Mute recording')
    expect(companion.asked).toContainEqual(['recording:mute', KEY, true])
    expect(card()).not.toContain('muted')
    const asked = aRecording({ ask: { kind: 'asked', muted: true, since: NOW }, toggle: 'unmute' })
    await push(companion, talking, asked)
    expect(card()).toMatch(/Recording.*Resume recording.*Muting, waiting for confirmation/)
  })

  it('shows a mute as confirmed, for how long, and is resumed with the same button', async () => {
    const confirmed = aRecording({
      ask: { kind: 'confirmed', muted: true, at: NOW },
      muted: { since: NOW - 42_000, by: 'here' },
      toggle: 'unmute',
    })
    const [window, companion] = await opened(muted, confirmed)
    expect(card()).toMatch(/Recording muted·0:42confirmed/)
    await window.click('Resume recording')
    expect(companion.asked).toContainEqual(['recording:mute', KEY, false])
  })

  it('shows that someone else muted it', async () => {
    await opened(muted, aRecording({ muted: { since: NOW - 42_000, by: 'elsewhere' }, toggle: 'unmute' }))
    expect(card()).toContain('by someone else')
    expect(card()).not.toContain('confirmed')
  })

  it('shows why a mute was refused and what to do', async () => {
    const why = { kind: 'refused', why: 'address' } as const
    await opened(talking, aRecording({ ask: { kind: 'refused', muted: true, at: NOW, why } }))
    expect(card()).toMatch(/Not muted\. .*doesn’t allow this computer’s IP address\. Ask your administrator/)
  })

  it('can’t be muted before the call is answered', async () => {
    await opened(aCall(), aRecording())
    expect(card()).toBe('')
  })

  it('shows when main could not be reached', async () => {
    const companion = fakeCompanion({
      'state:read': () => seen(talking, aRecording()),
      'recording:mute': () => {
        throw new Error('gone')
      },
    })
    open = await openWindow(companion)
    await open.click('Mute recording')
    expect(card()).toContain('Ringside didn’t respond')
  })
})

describe('the warnings of the recording guard', () => {
  it('are fixed and dismissed with one click each', async () => {
    const [window, companion] = await opened(talking, aRecording(), [again])
    const shown = document.querySelector('.recording-warnings')
    expect(shown?.textContent).toMatch(
      /Your new call is being recorded; the mute ended with the last one.*072-277-6772/,
    )
    shown?.querySelector<HTMLButtonElement>('.fix')?.click()
    await window.click('Dismiss')
    expect(companion.asked).toEqual(
      expect.arrayContaining([
        ['recording:fix', 7],
        ['recording:dismiss', 7],
      ]),
    )
  })

  it('are announced once, at once if a call is recorded against the agent’s wish', async () => {
    const [, companion] = await opened(talking, aRecording())
    await push(companion, talking, aRecording(), [again])
    expect(live('alert')).toContain('Your new call is being recorded; the mute ended with the last one')
    const ended: GuardWarning = {
      ...{ ...about, id: 8, kind: 'ended-muted', from: NOW - 42_000, to: NOW },
      remedy: { do: 'acknowledge' },
    }
    await push(companion, talking, aRecording(), [again, ended])
    expect(live('status')).toMatch(/Call ended while recording was muted \(42\u00a0s\)/)
  })

  it('count on how long a recording is muted', async () => {
    const long: GuardWarning = {
      ...{ ...about, kind: 'muted-too-long', since: NOW - 120_000 },
      remedy: { do: 'unmute', call: KEY },
    }
    const [window] = await opened(muted, aRecording({ toggle: 'unmute' }), [long])
    const shown = () => document.querySelector('.recording-warnings')?.textContent
    expect(shown()).toMatch(/Recording muted for .2:00/)
    await window.clock.advance(5_000)
    await flushPromises()
    expect(shown()).toMatch(/Recording muted for .2:05/)
  })

  it('give the reason of a refusal if no card does', async () => {
    const refused: GuardWarning = {
      ...{ ...about, kind: 'refused', muted: true, why: { kind: 'no-such-call' } },
      remedy: { do: 'acknowledge' },
    }
    await opened(talking, aRecording(), [refused, { ...refused, id: 9, call: 'SIPSIP2/gone' }])
    const details = [...document.querySelectorAll('.recording-warnings .detail')]
    expect(details.map((one) => one.textContent)).toEqual([
      'Voicenter can’t find this call; it may have just ended.',
    ])
  })
})
