import { describe, expect, it } from 'vitest'
import { templateText } from './template-text.ts'

const texts = (template: string) =>
  templateText({ path: 'src/A.vue', text: `<template>${template}</template>` })

describe('templateText', () => {
  it.each([
    ['<p>Recording muted</p>', 'Recording muted'],
    ['<div v-if="a"><p v-for="b in c">שיחה</p></div>', 'שיחה'],
    ['<button aria-label="Copy" />', 'aria-label="Copy"'],
    ['<p>{{ muted ? "Muted" : words.recording }}</p>', 'Muted'],
    ['<p>{{ `since ${time}` }}</p>', 'since '],
    ['<p>{{ name || "nobody" }}</p>', 'nobody'],
    [`<button :title="busy ? 'Testing' : words.test" />`, 'Testing'],
    [`<p v-text="'Hello'" />`, 'Hello'],
  ])('reports %s', (template, text) => {
    expect(texts(template)).toEqual([`src/A.vue: ${text}`])
  })

  it.each([
    '<p>{{ words.recording }}</p>',
    '<p>{{ words.outcome("missed") }}</p>',
    '<p>{{ table["key"] }}</p>',
    '<p>{{ kind === "ringing" && words.ringing }}</p>',
    '<p>{{ a }} · {{ b }}</p>',
    '<p class="card large" id="a" role="alert" />',
    `<p :class="live ? 'live' : 'stale'" />`,
    '<!-- a comment --><p />',
  ])('accepts %s', (template) => {
    expect(texts(template)).toEqual([])
  })
})
