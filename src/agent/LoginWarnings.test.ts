// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { openWindow } from '../testing/open-window.ts'
import { NOW } from '../testing/samples.ts'
import { live, push, showing } from '../testing/shown-state.ts'

describe('the extension', () => {
  it('shows a followed person, and announces a move', async () => {
    const companion = showing({}, { location: { kind: 'looking' } })
    const { wrapper } = await openWindow(companion)
    expect(wrapper.find('header').text()).toContain('finding where you are logged in')
    await push(companion, {}, { location: { kind: 'at', extension: 'SIPSIP7', since: NOW } })
    expect(wrapper.find('header').text()).toMatch(/now at .SIPSIP7. · Logged in/)
    expect(live('status')).toMatch(/now at .SIPSIP7./)
  })

  it('warns about someone else logged in, and about a ring at lunch', async () => {
    const companion = showing()
    const { wrapper } = await openWindow(companion)
    const status = { word: 'lunch', number: 3 } as const
    const warnings = [
      { kind: 'somebody-else', extension: 'SIPSIP2', name: 'Noa Cohen' },
      { kind: 'rings-while-away', status },
    ] as const
    await push(companion, {}, { warnings })
    expect(wrapper.find('.warnings').text()).toMatch(/.Noa Cohen. is logged in to your extension, .SIPSIP2./)
    expect(live('status')).toContain('A call is ringing while your status is Lunch')
  })
})
