import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../testing/any-text.ts'
import { readPhone } from '../phone.ts'
import { cleanText } from '../telephony/clean-text.ts'
import { MAX_VALUE_LENGTH } from '../templates/plain-value.ts'
import { sampleCall } from '../templates/sample-call.ts'
import { buildUrl } from './build-url.ts'

const HOSTS = ['crm.example.com', 'crm.example.com:8443']
const sample = sampleCall(0)
const built = (template: string, value = '', schemes: readonly string[] = []) =>
  buildUrl(template, { hosts: HOSTS, schemes }, { ...sample, name: value, customData: { v: value } })

/** Templates as a policy or a user may write them, each an attempt to reach another host or another kind of address. */
const TEMPLATES: readonly (readonly [template: string, why: string])[] = [
  ['https://evil.example/{phone}', 'host-not-listed'],
  ['https://crm.example.com.evil.example/', 'host-not-listed'],
  ['https://evilcrm.example.com/', 'host-not-listed'],
  ['https://example.com/', 'host-not-listed'],
  ['https://crm.example.com./', 'host-not-listed'],
  ['https://crm.example.com@evil.example/', 'user-info'],
  ['https://crm.example.com:443@evil.example/', 'user-info'],
  ['https://me:secret@crm.example.com/', 'user-info'],
  ['https://@crm.example.com/', 'user-info'],
  ['https://{name}@crm.example.com/', 'field-in-host'],
  ['https://crm.example.com%40evil.example/', 'host-not-listed'],
  ['https://crm.example.com%2eevil.example/', 'host-not-listed'],
  ['https://crm.exаmple.com/', 'host-not-ascii'], // a Cyrillic а
  ['https://crm。example。com/', 'host-not-ascii'],
  ['https://ｃrm.example.com/', 'host-not-ascii'],
  ['https://xn--crm-exmple-cua.com/', 'host-not-listed'],
  ['https://crm.example.com\\@evil.example/', 'backslash'],
  ['https:\\\\evil.example/', 'backslash'],
  ['https:\\/evil.example/', 'backslash'],
  ['https://crm.example.com\\evil', 'backslash'],
  ['//evil.example/{phone}', 'scheme'],
  ['//crm.example.com/', 'scheme'],
  ['///evil.example', 'scheme'],
  ['/crm', 'scheme'],
  ['', 'scheme'],
  ['https:evil.example', 'no-host'],
  ['https:/evil.example', 'no-host'],
  ['https:///evil.example/', 'no-host'],
  ['https:////evil.example/', 'no-host'],
  ['https://', 'no-host'],
  ['https://?crm.example.com', 'no-host'],
  ['https://#crm.example.com', 'no-host'],
  ['https://crm.example.com:444/', 'port'],
  ['https://crm.example.com:/', 'host-not-listed'],
  ['https://crm.example.com:99999/', 'port'],
  ['https://crm.example.com:{name}/', 'field-in-host'],
  ['https://[::1]/', 'host-not-listed'],
  ['https://2130706433/', 'host-not-listed'],
  ['https://{name}/', 'field-in-host'],
  ['https://{name}.crm.example.com/', 'field-in-host'],
  ['https://crm.example.com{name}', 'field-in-host'],
  ['{name}', 'scheme'],
  ['{customdata.v}://crm.example.com/', 'scheme'],
  ['https{name}://crm.example.com/', 'scheme'],
  ['http://crm.example.com/', 'scheme'],
  ['HTTP://crm.example.com/', 'scheme'],
  ['ftp://crm.example.com/', 'script'],
  ['file:///etc/passwd', 'script'],
  ['zoiper:{phone}', 'scheme'],
  ['javascript:alert(1)//crm.example.com', 'script'],
  ['JavaScript://crm.example.com/%0aalert(1)', 'script'],
  ['vbscript:x', 'script'],
  ['data:text/html,<script>', 'script'],
  ['blob:https://crm.example.com/x', 'script'],
  ['view-source:https://crm.example.com/', 'script'],
  [' https://crm.example.com/', 'control-character'],
  ['java\nscript:alert(1)', 'control-character'],
  ['ht\ttps://evil.example/', 'control-character'],
  ['https://crm.example.com\n.evil.example/', 'control-character'],
  ['https://crm.example.com/\0', 'control-character'],
  ['https://crm.example.com/\u202e', 'control-character'],
  ['https://crm.example.com\u200b.evil.example/', 'control-character'],
  ['https://crm.example.com/a b', 'control-character'],
  ['https://crm.example.com/{fone}', 'template'],
  ['https://crm.example.com/{phone', 'template'],
]

const VALUES = [
  '@evil.example',
  '//evil.example',
  '\\\\evil.example',
  '/\\evil.example',
  '.evil.example/',
  ':99@evil.example/',
  '#@evil.example',
  '?x=1&y=2',
  'javascript:alert(1)',
  'https://evil.example/',
  '\r\nLocation: https://evil.example',
  '"><script>alert(1)</script>',
  '%',
  '%2f%2fevil.example',
  '%00',
  '..',
  '.',
  '%2e%2e',
  '../../admin',
  '\u202e',
  'еxample',
  '\ud800',
  '',
  '9'.repeat(1_000_000),
]

/** Each runs a program, installs one, opens any file, or shows any address passed to it. */
const RUNNING_SCHEMES = [
  ...[
    'file',
    'shell',
    'search',
    'search-ms',
    'ms-search',
    'ms-msdt',
    'ms-officecmd',
    'ms-appinstaller',
    'ms-cxh',
  ],
  ...['ms-word', 'ms-excel', 'ms-powerpoint', 'ms-help', 'ms-its', 'ms-quick-assist', 'ms-settings'],
  ...['microsoft-edge', 'microsoft.windows.camera', 'vbscript', 'javascript', 'data', 'about', 'view-source'],
  ...['res', 'mk', 'hcp', 'its', 'mhtml', 'jar', 'ie.http', 'ierss', 'vnd.ms.radio', 'ldap', 'c'],
  ...['ssh', 'telnet', 'ftp', 'sftp', 'smb', 'nfs', 'afp', 'dav', 'vnc', 'rdp', 'jnlp', 'vscode'],
  ...[
    'applescript',
    'x-apple.systempreferences',
    'x-man-page',
    'help',
    'itms-services',
    'apt',
    'snap',
    'appstream',
  ],
  ...[
    'shortcuts',
    'iterm2',
    'warp',
    'vscodium',
    'code-oss',
    'cursor',
    'windsurf',
    'teamviewer10',
    'anydesk',
    'rustdesk',
  ],
  ...['chrome', 'edge', 'chrome-extension', 'ringside', 'http'],
]

describe('the URL of a rule', () => {
  it.each(TEMPLATES)('isn’t opened for %j: %s', (template, why) => {
    expect(built(template, 'x')).toEqual({ kind: 'refused', why })
  })

  it.each(TEMPLATES)('isn’t opened for %j where policy names every scheme but https', (template) => {
    const schemes = ['http', 'javascript', 'data', 'vbscript', 'blob', 'view-source']
    expect(built(template, 'x', schemes).kind).toBe('refused')
  })

  it.each([
    ['https://crm.example.com/', 'https://crm.example.com/'],
    ['HTTPS://CRM.Example.com/{phone|e164}', 'HTTPS://CRM.Example.com/%2B972722776772'],
    ['https://crm.example.com:443/', 'https://crm.example.com:443/'],
    ['https://crm.example.com:8443?p={phone}', 'https://crm.example.com:8443?p=0722776772'],
    ['https://crm.example.com//{phone}', 'https://crm.example.com//0722776772'],
    ['https://crm.example.com#{name}', 'https://crm.example.com#a%20b'],
    ['https://crm.example.com/לקוח?q={name}', 'https://crm.example.com/לקוח?q=a%20b'],
    ['https://crm.example.com/@{name}', 'https://crm.example.com/@a%20b'],
    ['https://crm.example.com/?p={phone|e164}', 'https://crm.example.com/?p=%2B972722776772'],
    ['https://crm.example.com/#/c/{phone|e164}', 'https://crm.example.com/#/c/%2B972722776772'],
  ])('is opened for %s', (template, url) => {
    expect(built(template, 'a b')).toEqual({ kind: 'opens', url })
  })

  it('stays at its host whatever the values are, and wherever they appear', () => {
    const value = fc.oneof(
      fc.constantFrom(...VALUES),
      fc.array(fc.constantFrom(...VALUES)).map((all) => all.join('')),
      anyText(),
    )
    const place = fc.constantFrom('/', '/a/', '/.', '/%2e', '?q=', '#', '/a?', '//', '/a/b;', '/@', '/:')
    fc.assert(
      fc.property(value, place, place, (text, before, after) => {
        const result = built(`https://crm.example.com${before}{name}${after}{customdata.v}/end`, text)
        if (result.kind === 'refused') {
          expect(['path-changed', 'too-long']).toContain(result.why)
          return
        }
        const url = new URL(result.url)
        expect([url.protocol, url.host, url.username, url.password]).toEqual([
          'https:',
          'crm.example.com',
          '',
          '',
        ])
        expect(result.url).not.toMatch(/[\s\\<>"]/)
      }),
      { numRuns: 500 },
    )
  })

  it.each(['..', '.'])('leaves its path unchanged where a value is %j', (value) => {
    expect(built('https://crm.example.com/a/{name}/b', value)).toEqual({
      kind: 'refused',
      why: 'path-changed',
    })
    expect(built('https://crm.example.com/a/b?x={name}', value)).toMatchObject({ kind: 'opens' })
  })

  it('isn’t opened where it is longer than the system accepts', () => {
    const template = `https://crm.example.com/${'{name}'.repeat(8)}`
    expect(built(template, 'x'.repeat(1_000_000))).toEqual({ kind: 'refused', why: 'too-long' })
  })

  it('has a custom scheme only where the policy names it', () => {
    expect(built('zoiper:{phone}', '', ['zoiper'])).toEqual({ kind: 'opens', url: 'zoiper:0722776772' })
    expect(built('callto://{phone}', '', ['callto'])).toEqual({ kind: 'opens', url: 'callto://0722776772' })
    expect(built('zoiper:{name}', '1&x="<>\\', ['zoiper'])).toEqual({
      kind: 'opens',
      url: 'zoiper:1%26x%3D%22%3C%3E%5C',
    })
    expect(built('callto:{phone}', '', ['zoiper'])).toEqual({ kind: 'refused', why: 'scheme' })
  })

  // From reports of diallers that can't dial tel:%2B…; RFC 3966 leaves + and * as they are.
  it.each([
    ['tel:{phone|e164}', '0521234567', 'tel:+972521234567'],
    ['callto:{phone|e164}', '0521234567', 'callto:+972521234567'],
    ['sip:{phone|e164}@pbx.example', '0521234567', 'sip:+972521234567@pbx.example'],
    ['tel:{phone}', '*5287', 'tel:*5287'],
  ])('gives a dialler %s for %s as %s', (template, received, url) => {
    const call = { ...sample, phone: readPhone(received, 'IL') }
    expect(buildUrl(template, { hosts: [], schemes: ['tel', 'callto', 'sip'] }, call)).toEqual({
      kind: 'opens',
      url,
    })
  })

  it('passes a dialler each number with its + and *, and anything else encoded, whatever the scheme', () => {
    const shape = fc.constantFrom(
      'tel:#',
      'callto:#',
      'callto://#',
      'sip:#@pbx.example',
      'sips:#',
      'zoiper:#',
    )
    const value = fc.oneof(fc.stringMatching(/^[+*]?[\d*]{1,15}$/), anyText())
    const schemes = ['tel', 'callto', 'sip', 'sips', 'zoiper']
    fc.assert(
      fc.property(shape, value, (template, text) => {
        const plain = cleanText(text, MAX_VALUE_LENGTH)
        const result = built(template.replace('#', '{name}'), plain, schemes)
        if (result.kind === 'refused') return expect(result.why).toBe('path-changed')
        const [before = '', after = ''] = template.split('#')
        const shown = result.url.slice(before.length, result.url.length - after.length)
        expect(shown).not.toMatch(/[@/?#&\s]|%2B|%2A/)
        expect(decodeURIComponent(shown)).toBe(plain)
        if (/^[\d+*]*$/.test(plain)) expect(shown).toBe(plain)
      }),
    )
  })

  it('leaves + encoded for a page or a query', () => {
    const call = { ...sample, phone: readPhone('0521234567', 'IL') }
    const url = (template: string) => buildUrl(template, { hosts: HOSTS, schemes: ['mycrm'] }, call)
    expect(url('mycrm:open?phone={phone|e164}')).toMatchObject({ url: 'mycrm:open?phone=%2B972521234567' })
    expect(url('HTTPS://crm.example.com/{phone|e164}')).toMatchObject({
      url: 'HTTPS://crm.example.com/%2B972521234567',
    })
  })

  it.each(RUNNING_SCHEMES)('never has the scheme %s, even if a policy names it', (scheme) => {
    for (const written of [scheme, scheme.toUpperCase()]) {
      const why = scheme === 'http' ? 'scheme' : 'script'
      expect(built(`${written}:x`, '', [scheme])).toEqual({ kind: 'refused', why })
      expect(built(`${written}://host/{name}`, 'x', [scheme, written])).toEqual({ kind: 'refused', why })
    }
  })
})
