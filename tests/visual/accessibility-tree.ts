import type { CDPSession, Page } from 'playwright-core'

/** The page's accessibility tree as Chromium gives it to a screen reader, one node a line, indented. */
export async function accessibilityTree(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  await session.send('Accessibility.enable')
  const { nodes } = await readTree(session)
  await session.detach()
  const known = new Map(nodes.map((node) => [node.nodeId, node]))
  const root = nodes.find(({ parentId }) => parentId === undefined)
  return root === undefined ? '' : linesOf(root, known, '').join('\n')
}

const readTree = (session: CDPSession) => session.send('Accessibility.getFullAXTree')
type Tree = Awaited<ReturnType<typeof readTree>>
type TreeNode = Tree['nodes'][number]

/** Holds others and says nothing itself, or is told with its parent. */
const SILENT = new Set(['none', 'generic', 'InlineTextBox', 'LineBreak', 'ListMarker'])
const STATES = [
  'level',
  'live',
  'expanded',
  'pressed',
  'checked',
  'disabled',
  'focused',
  'invalid',
  'multiline',
]

function linesOf(node: TreeNode, known: ReadonlyMap<string, TreeNode>, indent: string): readonly string[] {
  const role = String(node.role?.value ?? '')
  const silent = node.ignored || SILENT.has(role)
  const below = silent ? indent : `${indent}  `
  const children = (node.childIds ?? []).flatMap((id) => {
    const child = known.get(id)
    return child === undefined || isRepeated(child, node) ? [] : linesOf(child, known, below)
  })
  return silent ? children : [`${indent}${toldAs(node, role)}`, ...children]
}

/** The text of a button or a heading is its name already. */
const isRepeated = (child: TreeNode, parent: TreeNode): boolean =>
  child.role?.value === 'StaticText' && child.name?.value === parent.name?.value

function toldAs(node: TreeNode, role: string): string {
  const name = String(node.name?.value ?? '')
  const states = (node.properties ?? [])
    .filter(
      ({ name: state, value }) => STATES.includes(state) && !['false', 'off'].includes(String(value.value)),
    )
    .map(({ name: state, value }) => (value.value === true ? state : `${state} ${String(value.value)}`))
  const said = role === 'StaticText' ? 'text' : role
  return [said, ...(name === '' ? [] : [`“${name}”`]), ...states].join(' ')
}
