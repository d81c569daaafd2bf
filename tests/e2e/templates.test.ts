import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startDesktop, type Desktop } from './desktop.ts'
import { startSimulator } from './simulator-process.ts'

const CODE = 'templates-secret-8d1'
const PLAIN = { name: 'Plain', template: '{phone|e164} {name}' }
const POLICY_ERROR = { name: 'Wrong', template: 'Name {nmae}' }

const HOSTILE = [
  ['markup', '"><script>document.title="owned"</script><img src=x onerror="document.title=\'owned\'">'],
  ['a script’s address', 'javascript:alert(1)'],
  ['lines', 'first\r\nsecond\u2028third'],
  ['percent signs', '%0a%22%3cscript%3e'],
  ['characters that reorder', '\u202egpj.exe\u2066'],
  ['a template', '{phone} {{ {customdata.x}'],
  ['a megabyte of them together', 'M'.repeat(500_000)],
] as const

describe('copying by template, notes and labels', () => {
  let centre: Awaited<ReturnType<typeof startSimulator>>
  let folder: string
  let desk: Desktop
  const articles = () => desk.window.getByRole('article')
  const policyFile = () => join(folder, 'policy.json')

  async function start(policy: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const own = {
      baseUrl: new URL('/comet/API', centre.url).href,
      code: CODE,
      extension: 'SIPSIP2',
      pollSeconds: 0.4,
      ...policy,
    }
    await writeFile(policyFile(), JSON.stringify(own))
    desk = await startDesktop({ profile: join(folder, 'profile'), env: { RINGSIDE_POLICY: policyFile() } })
    await desk.openWindow()
  }

  async function callIn(change: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const ivrid = await centre.call({ phone: '0545550199', name: 'Sales', ...change })
    await articles().first().waitFor()
    return ivrid
  }

  async function hangUp(ivrid: string): Promise<void> {
    await centre.act('hangup', ivrid)
    await expect.poll(() => articles().count()).toBe(0)
  }

  async function copyAs(name: string): Promise<string> {
    await articles().first().getByRole('button', { name: 'More options' }).click()
    await desk.window.getByRole('menuitem', { name, exact: true }).click()
    await articles().first().getByRole('button', { name: 'Copied' }).first().waitFor()
    return desk.clipboard()
  }

  beforeAll(async () => {
    centre = await startSimulator(CODE)
    folder = await mkdtemp(join(tmpdir(), 'ringside-templates-'))
    await start()
  })
  afterAll(async () => {
    await desk.end()
    await centre.stop()
    await rm(folder, { recursive: true, force: true })
  })

  afterEach(() => centre.quiet())

  it('copies a live call with each default template', async () => {
    const ivrid = await callIn()
    expect(await copyAs('Number')).toBe('054-555-0199')
    expect(await copyAs('Card')).toContain(`Number: 054-555-0199\nName: Sales\nDialled: 03-900-1234`)
    expect(await copyAs('CRM line')).toContain('+972545550199 · Sales')
    expect(JSON.parse(await copyAs('JSON'))).toMatchObject({ phone: '+972545550199', callId: ivrid })
    await hangUp(ivrid)
  })

  it('works with the keyboard alone, and its Escape doesn’t hide the window', async () => {
    const ivrid = await callIn()
    await articles().first().getByRole('button', { name: 'More options' }).focus()
    await desk.press('Enter')
    await desk.window.getByRole('menu').waitFor()
    await desk.press('Escape')
    await expect.poll(() => desk.window.getByRole('menu').count()).toBe(0)
    await desk.press('Enter')
    await desk.press('ArrowDown')
    await desk.press('Enter')
    await expect.poll(() => desk.clipboard()).toContain(`Call ID: ${ivrid}`)
    await hangUp(ivrid)
  })

  it('creates a template, previews it with the last call, and copies with it and with its shortcut', async () => {
    await desk.window.getByRole('button', { name: 'Settings' }).first().click()
    await desk.window.getByRole('button', { name: 'Add template' }).click()
    const group = desk.window.getByRole('region', { name: 'Copy templates' })
    await group.getByRole('textbox', { name: 'Name' }).fill('Mine')
    const text = group.getByRole('textbox', { name: 'Template', exact: true })
    await text.fill('who: {fone}')
    await group.getByText('Line 1, character 6').waitFor()
    await text.fill('who: {name}\nnr: {phone|digits}')
    await group.getByText('who: Sales').last().waitFor()
    await group.getByText('Preview with the last call').waitFor()
    await group.getByRole('button', { name: /^Shortcut in this window/ }).click()
    await group.getByText('Press the keys…').waitFor()
    await desk.press('Alt+KeyK')
    await group.getByRole('button', { name: 'Shortcut in this window Alt+K' }).waitFor()
    await group.getByText('Saved').waitFor()
    await desk.window.getByRole('button', { name: 'Back to calls' }).click()
    const ivrid = await callIn({ name: 'Support' })
    expect(await copyAs('Mine')).toBe('who: Support\nnr: 0545550199')
    await copyAs('Number')
    await articles().first().focus()
    await desk.press('Alt+KeyK')
    await expect.poll(() => desk.clipboard()).toBe('who: Support\nnr: 0545550199')
    await hangUp(ivrid)
  })

  it('stores a note and a label of a live call, and shows them when the caller rings again', async () => {
    const ivrid = await callIn({ phone: '0501234567' })
    await centre.act('answer', ivrid)
    await desk.window.getByRole('article', { name: /Talking/ }).waitFor()
    await articles().first().getByRole('textbox', { name: 'Note' }).fill('wants a quote')
    await articles().first().getByRole('button', { name: 'Callback' }).click()
    await articles().first().getByRole('button', { name: 'Callback', pressed: true }).waitFor()
    // The card stays while its note and labels are being edited.
    await desk.window
      .locator('header')
      .first()
      .click({ position: { x: 3, y: 3 } })
    await hangUp(ivrid)
    await desk.end()
    await start()
    const again = await callIn({ phone: '972501234567' })
    await desk.window.getByText(/last time: “.?wants a quote.?” · .?Callback/).waitFor()
    await hangUp(again)
  })

  it('uses the valid templates of a policy, and reports the position of errors in the others', async () => {
    await desk.end()
    await start({
      copyTemplates: [POLICY_ERROR, PLAIN, { name: 'Broken', template: '[{name}', format: 'json' }],
    })
    const ivrid = await callIn()
    expect(await copyAs('Plain')).toBe('+972545550199 Sales')
    await hangUp(ivrid)
    await desk.window.getByRole('button', { name: 'Settings' }).first().click()
    await desk.window
      .getByText(
        '“copyTemplates[0].template” has an error; it is ignored. Character 6: There is no such field.',
      )
      .waitFor()
    await desk.window.getByText('“copyTemplates[2].template” isn’t valid JSON').waitFor()
    const group = desk.window.getByRole('region', { name: 'Copy templates' })
    await group.getByText('Set by your organisation').waitFor()
    expect(await group.getByRole('button', { name: 'Add template' }).count()).toBe(0)
    await desk.window.getByRole('button', { name: 'Back to calls' }).click()
  })

  it('starts again with templates for hostile values', async () => {
    await desk.end()
    await start({
      copyTemplates: [
        { name: 'Text', template: '<{name}|{customdata.k}>' },
        { name: 'Data', template: '{{"n":"{name}","k":{customdata.k}}}', format: 'json' },
      ],
    })
  })

  it.each(HOSTILE)(
    'makes %s in name and custom data harmless in clipboard and window',
    async (_what, value) => {
      const ivrid = await callIn({ name: value, customdata: { k: value } })
      const text = await copyAs('Text')
      expect(text.split(/[\r\n\u2028\u2029]/)).toHaveLength(1)
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
      expect(text.length).toBeLessThanOrEqual(1_003)
      const data = JSON.parse(await copyAs('Data')) as Record<string, string | null>
      expect(Object.keys(data)).toEqual(['n', 'k'])
      expect(text).toBe(`<${data['n'] ?? ''}|${data['k'] ?? ''}>`)
      expect(await articles().first().locator('script, img').count()).toBe(0)
      expect((await articles().first().innerText()).length).toBeLessThan(1_000)
      await hangUp(ivrid)
    },
  )
})
