import { describe, expect, it } from 'vitest'
import { physicalStyles, rawColours } from './style-breaches.ts'

const card = (style: string, template = '<p />') => ({
  path: 'src/calls/Card.vue',
  text: `<template>${template}</template><style scoped>.card { ${style} }</style>`,
})

describe('physicalStyles', () => {
  it.each([
    'margin-left: 4px',
    'padding-right:4px',
    'border-left-width: 1px',
    'left: 0',
    'text-align: right',
    'float:left',
    'border-top-left-radius: 4px',
  ])('reports %s', (style) => {
    expect(physicalStyles(card(style))).toHaveLength(1)
    expect(physicalStyles({ path: 'src/styles/base.css', text: `.a{${style}}` })).toHaveLength(1)
  })

  it.each([
    'margin-inline-start: 4px',
    'padding: 4px',
    'inset-inline-end: 0',
    'text-align: start',
    'border-start-start-radius: 4px',
    '/* margin-left: 0 */',
    '--gap-left: 1px',
  ])('accepts %s', (style) => {
    expect(physicalStyles(card(style))).toEqual([])
  })

  it('reports styles in a style attribute', () => {
    expect(physicalStyles(card('', '<p style="margin-left: 4px" />'))).toEqual([
      'src/calls/Card.vue: margin-left:',
    ])
  })
})

describe('rawColours', () => {
  it.each([
    'color: #fff',
    'color: #D9480F',
    'background: rgb(1 2 3 / 50%)',
    'border: 1px solid hsla(1, 2%, 3%, 1)',
  ])('reports %s', (style) => {
    expect(rawColours(card(style))).toHaveLength(1)
  })

  it('reports the colour of a drawing in the template', () => {
    expect(rawColours(card('', '<svg fill="#d9480f" />'))).toEqual(['src/calls/Card.vue: #d9480f'])
  })

  it.each([
    'color: var(--ringing)',
    'fill: currentColor',
    'background: color-mix(in oklab, var(--a), var(--b))',
  ])('accepts %s', (style) => {
    expect(rawColours(card(style))).toEqual([])
  })

  it('accepts colours in src/styles, and a slot called #add', () => {
    expect(rawColours({ path: 'src/styles/tokens.css', text: ':root { --ringing: #d9480f }' })).toEqual([])
    expect(rawColours(card('', '<Tabs><template #add><p /></template></Tabs>'))).toEqual([])
  })
})
