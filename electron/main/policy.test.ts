import { describe, expect, it } from 'vitest'
import { defaultPolicyPath, readPolicy } from './policy.ts'

const failing = (code: string) => (): string => {
  throw Object.assign(new Error('no'), { code })
}
const policy = (env: Record<string, string>, read: (path: string) => string) => readPolicy({ env, platform: 'linux', read })

describe('readPolicy', () => {
  it('gives nothing when the system has no policy file', () => {
    expect(policy({}, failing('ENOENT'))).toEqual({ kind: 'none' })
  })

  it('reads the file at the path in RINGSIDE_POLICY', () => {
    const read = (path: string): string => (path === '/a/p.json' ? '\uFEFF{"pollSeconds": 8}' : '')
    expect(policy({ RINGSIDE_POLICY: '/a/p.json' }, read)).toEqual({ kind: 'values', values: { pollSeconds: 8 } })
  })

  it('refuses a path that was asked for and is not there', () => {
    const line = "The policy file /a/p.json can't be used: ENOENT."
    expect(policy({ RINGSIDE_POLICY: '/a/p.json' }, failing('ENOENT'))).toEqual({ kind: 'unreadable', line })
  })

  it('refuses a file it may not read, even at the usual place', () => {
    expect(policy({}, failing('EACCES'))).toMatchObject({ kind: 'unreadable' })
  })

  it('says that a file is no JSON without a word of what is in it', () => {
    expect(policy({}, () => '{"code": "s3cret-code"')).toEqual({
      kind: 'unreadable',
      line: "The policy file /etc/ringside/policy.json can't be used: not JSON.",
    })
  })

  it.each(['[]', 'null', '"text"', '3'])('refuses %s, which is no object', (text) => {
    expect(policy({}, () => text)).toMatchObject({ kind: 'unreadable' })
  })
})

describe('defaultPolicyPath', () => {
  it('is where each system keeps what its administrator sets', () => {
    expect(defaultPolicyPath({ ProgramData: 'D:\\Data' }, 'win32')).toBe('D:\\Data\\Ringside\\policy.json')
    expect(defaultPolicyPath({}, 'darwin')).toBe('/Library/Application Support/Ringside/policy.json')
    expect(defaultPolicyPath({}, 'linux')).toBe('/etc/ringside/policy.json')
  })
})
