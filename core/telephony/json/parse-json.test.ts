import { describe, expect, it } from 'vitest'
import { parseJson } from './parse-json.ts'

describe('parseJson', () => {
  it.each(['{"ERR":0,"EXT', '{"a":"b\\"', '[1,2', '{"a":[{}]'])('calls %s cut short', (text) => {
    expect(parseJson(text)).toEqual({ kind: 'malformed', why: 'cut-short' })
  })

  it('calls a response cut short wherever the cut is', () => {
    const complete = JSON.stringify({
      ERR: -0.5,
      list: [true, false, null, 'ש\n\\ "', { n: 1e21 }, '\u0001'],
    })
    for (let length = 1; length < complete.length; length++) {
      expect(parseJson(complete.slice(0, length)), complete.slice(0, length)).toEqual({
        kind: 'malformed',
        why: 'cut-short',
      })
    }
  })

  it.each(['<!doctype html><p>{', '  <html>'])('calls %s a web page', (text) => {
    expect(parseJson(text)).toEqual({ kind: 'malformed', why: 'web-page' })
  })

  it.each(['', 'OK', '{"a" "b"}', '{"ERR": 0, "EXTENSIONS": [oops', '{"a":"}"}}', 'undefined'])(
    'calls “%s” no JSON',
    (text) => {
      expect(parseJson(text)).toEqual({ kind: 'malformed', why: 'not-json' })
    },
  )

  it('keeps all digits of an id written as a number', () => {
    expect(parseJson('{"CallID":202010131430590714966,"JoinTime":1602599565}')).toEqual({
      kind: 'json',
      value: { CallID: '202010131430590714966', JoinTime: 1602599565 },
    })
  })

  it('parses nesting deeper than any stack', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    expect(parseJson(deep).kind).toBe('json')
    expect(parseJson(`{"ivrid":20201013143059071,"x":${deep}}`).kind).toBe('json')
  })
})
