// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { AccountTest, SettingsView } from '../../core/contract.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aSettingsView, aState } from '../testing/samples.ts'

const CODE = 'API code'
const EXTENSION = 'Extension (SIP code)'
const FOUND: AccountTest = {
  kind: 'found',
  name: 'Dana Levi',
  extension: 'SIPSIP2',
  loggedIn: true,
  calls: 1,
}

let open: OpenWindow | null = null

async function opened(companion: FakeCompanion): Promise<OpenWindow> {
  open = await openWindow(companion)
  return open
}

const fresh = (changes: Partial<SettingsView> = {}): SettingsView =>
  aSettingsView({ code: 'none', ...changes }, { extension: '' })

const answering = (test: AccountTest): FakeCompanion =>
  fakeCompanion({ 'settings:read': () => fresh(), 'account:test': () => test })

/** The labels of the fields marked as wrong, each with its error. */
const wrong = ({ field }: OpenWindow): readonly string[] =>
  [CODE, EXTENSION].filter((label) => {
    const [marked, said] = ['aria-invalid', 'aria-describedby'].map((name) => field(label).getAttribute(name))
    const ids = said?.split(' ') ?? []
    return marked === 'true' && ids.some((id) => document.getElementById(id)?.role === 'alert')
  })

async function tested(test: AccountTest): Promise<OpenWindow> {
  const window = await opened(answering(test))
  await window.fill(CODE, 'secret')
  await window.fill(EXTENSION, 'SIPSIP2')
  await window.click('Test connection')
  return window
}

describe('the first run', () => {
  it('appears while there is no account, and not in the demo', async () => {
    const { wrapper } = await opened(fakeCompanion({ 'settings:read': () => fresh() }))
    expect(wrapper.find('h1').text()).toBe('Welcome to Ringside')
    wrapper.unmount()
    const demo = { 'settings:read': () => fresh(), 'state:read': () => aState({}, { demo: true }) }
    const again = await opened(fakeCompanion(demo))
    expect(again.wrapper.text()).not.toContain('Welcome to Ringside')
  })

  it('reappears when the stored code belongs to another address, and explains that', async () => {
    const { wrapper } = await opened(
      fakeCompanion({ 'settings:read': () => aSettingsView({ code: 'other-address' }) }),
    )
    expect(wrapper.text()).toContain('Welcome to Ringside')
    expect(wrapper.text()).toContain('belongs to another server address')
  })

  it('does not come while the keychain has not given the stored code; the calls say that it is waited for', async () => {
    const paused = aState({ connection: { kind: 'paused', why: 'no-account' } })
    const waits = (notices: SettingsView['notices']) =>
      fakeCompanion({
        'settings:read': () => aSettingsView({ code: 'waiting', secretKeeping: 'waiting', notices }),
        'state:read': () => paused,
      })
    const early = await opened(waits([]))
    expect(early.wrapper.text()).not.toMatch(/Welcome to Ringside|No account|keychain/)
    early.wrapper.unmount()
    const late = await opened(waits([{ kind: 'keychain-waits' }]))
    expect(late.wrapper.text()).toContain('Waiting for this computer’s keychain: unlock it when it asks')
    expect(late.wrapper.text()).not.toContain('No account')
  })

  it('says where the keychain asks if there is no code yet', async () => {
    const view = fresh({ secretKeeping: 'waiting', notices: [{ kind: 'keychain-waits' }] })
    const { wrapper } = await opened(fakeCompanion({ 'settings:read': () => view }))
    expect(wrapper.text()).toContain('Waiting for this computer’s keychain')
  })

  it('hides the code and keeps it from being filled in', async () => {
    const { field } = await opened(fakeCompanion({ 'settings:read': () => fresh() }))
    expect([field(CODE).type, field(CODE).autocomplete, field(CODE).value]).toEqual(['password', 'off', ''])
  })

  it('requests missing fields before it contacts Voicenter', async () => {
    const companion = answering(FOUND)
    const { wrapper, click, fill } = await opened(companion)
    await click('Test connection')
    expect(wrapper.text()).toContain('Enter the code first.')
    await fill(CODE, 'secret')
    await click('Start watching')
    expect(wrapper.text()).toContain('Enter the extension first.')
    expect(companion.asked.map(([channel]) => channel)).not.toContain('account:test')
  })

  it.each<[string, AccountTest]>([
    ['Found: \u2068Dana Levi\u2069, extension SIPSIP2 · logged in · 1 call now', FOUND],
    ['Voicenter can’t find extension SIPSIP2', { kind: 'unknown-extension' }],
    ['Enter the code first.', { kind: 'no-code' }],
    ['doesn’t accept the code', { kind: 'failed', failure: { kind: 'refused', why: 'code' } }],
    ['didn’t respond within 8 seconds', { kind: 'failed', failure: { kind: 'unreachable', why: 'timeout' } }],
  ])('shows a test result in place: “%s”', async (sentence, test) => {
    const { wrapper } = await tested(test)
    const said = wrapper.findAll('form [role=status], form [role=alert]').map((one) => one.text())
    expect(said.join()).toContain(sentence)
  })

  it.each<[string, AccountTest]>([
    ['an answer that may pass', { kind: 'failed', failure: { kind: 'unreachable', why: 'timeout' } }],
    ['a limit', { kind: 'failed', failure: { kind: 'limited', retryAfterMs: null } }],
  ])('promises no retry after %s: a test is only one attempt', async (_what, test) => {
    const { wrapper } = await tested(test)
    expect(wrapper.text()).toContain('Try again in a moment.')
    expect(wrapper.text()).not.toMatch(/keeps trying|continue/)
  })

  it.each<[string, AccountTest, string]>([
    ['the extension', { kind: 'unknown-extension' }, EXTENSION],
    ['the code', { kind: 'failed', failure: { kind: 'refused', why: 'code' } }, CODE],
    ['the code', { kind: 'no-code' }, CODE],
  ])('moves to the field with the error after a test: %s', async (_what, test, label) => {
    const window = await opened(answering(test))
    await window.fill(CODE, 'secret')
    await window.fill(EXTENSION, 'SIPSIP2')
    window.button('Test connection').focus()
    await window.click('Test connection')
    expect(document.activeElement).toBe(window.field(label))
    expect(wrong(window)).toEqual([label])
    await window.fill(label, 'other')
    expect(wrong(window)).toEqual([])
  })

  it('moves to the first missing field, and shows the error there', async () => {
    const window = await opened(answering(FOUND))
    for (const [label, value] of [
      [CODE, 'secret'],
      [EXTENSION, 'SIPSIP2'],
    ] as const) {
      for (const name of ['Test connection', 'Start watching']) {
        window.button(name).focus()
        await window.click(name)
        expect(document.activeElement).toBe(window.field(label))
        expect(wrong(window)).toEqual([label])
      }
      await window.fill(label, value)
    }
    expect(wrong(window)).toEqual([])
  })

  it('does not take the focus if the user has moved it meanwhile', async () => {
    let answer: (test: AccountTest) => void = () => undefined
    const late = { then: (done: typeof answer) => void (answer = done) } as unknown as AccountTest
    const window = await opened(answering(late))
    await window.fill(CODE, 'secret')
    await window.fill(EXTENSION, 'SIPSIP2')
    window.button('Test connection').click()
    window.button('Try the demo').focus()
    answer({ kind: 'unknown-extension' })
    await flushPromises()
    expect(document.activeElement).toBe(window.button('Try the demo'))
  })

  it('moves on to the next button when the account was found, if the focus was on the first', async () => {
    const window = await opened(answering(FOUND))
    await window.fill(CODE, 'secret')
    await window.fill(EXTENSION, 'SIPSIP2')
    window.button('Test connection').focus()
    await window.click('Test connection')
    expect(document.activeElement).toBe(window.button('Start watching'))
    expect(window.wrapper.text()).not.toContain('Test connection')
    await window.fill(EXTENSION, 'SIPSIP3')
    expect(window.wrapper.text()).toContain('Test connection')
  })

  it('clears the result when the fields change', async () => {
    const { wrapper, fill } = await tested(FOUND)
    await fill(EXTENSION, 'SIPSIP3')
    expect(wrapper.find('form [role=status]').text()).toBe('')
  })

  it('shows that main did not respond', async () => {
    const companion = fakeCompanion({
      'settings:read': () => fresh(),
      'account:test': () => {
        throw new Error('main is gone')
      },
    })
    const { wrapper, click, fill } = await opened(companion)
    await fill(CODE, 'secret')
    await fill(EXTENSION, 'SIPSIP2')
    await click('Test connection')
    expect(wrapper.text()).toContain('Ringside didn’t respond')
  })

  it('saves the account, forgets the code, and continues to the calls', async () => {
    const companion = answering(FOUND)
    const { wrapper, click, fill, field } = await opened(companion)
    await fill(CODE, ' secret ')
    await fill(EXTENSION, 'SIPSIP2')
    await click('Start watching')
    expect(companion.asked).toContainEqual(['account:save', { code: 'secret', extension: 'SIPSIP2' }])
    expect(field(CODE).value).toBe('')
    companion.push('settings', aSettingsView({ revision: 2 }))
    await flushPromises()
    expect(wrapper.text()).toContain('No calls now')
  })

  it('locks a code that the organisation has set, and uses it', async () => {
    const companion = fakeCompanion({
      'settings:read': () => fresh({ code: 'policy' }),
      'account:test': () => FOUND,
    })
    const { field, fill, click, wrapper } = await opened(companion)
    expect(field(CODE).disabled).toBe(true)
    expect(wrapper.text()).toContain('Set by your organisation')
    await fill(EXTENSION, 'SIPSIP2')
    await click('Test connection')
    expect(companion.asked).toContainEqual(['account:test', { code: null, extension: 'SIPSIP2' }])
  })

  it('warns if the code can be stored only in plain text', async () => {
    const { wrapper } = await opened(
      fakeCompanion({ 'settings:read': () => fresh({ secretKeeping: 'plain-text' }) }),
    )
    expect(wrapper.text()).toContain('This computer has no keychain')
  })

  it('tests every way of alerting, and shows each result', async () => {
    const outcomes = { notification: 'refused', popup: 'shown', tray: 'given', sound: 'off' } as const
    const companion = fakeCompanion({ 'settings:read': () => fresh(), 'alerts:test': () => outcomes })
    const { wrapper, click } = await opened(companion)
    await click('Test alert')
    expect(wrapper.findAll('[data-rung]').map((one) => one.text())).toEqual([
      'Notification: blocked: do-not-disturb is on, or notifications are off',
      'Ringside popup: shown',
      'Blinking: sent (can’t be verified)',
      'Sound: switched off',
    ])
  })

  it('starts the demo, or reports that it could not', async () => {
    const companion = fakeCompanion({
      'settings:read': () => fresh(),
      'demo:start': () => ({ kind: 'failed' }),
    })
    const { wrapper, click } = await opened(companion)
    await click('Try the demo')
    expect(wrapper.text()).toContain('couldn’t be started')
  })
})
