/** A node of a parsed lesson, as far as the checks look at it. */
export type MdxNode = {
  type: string
  name?: string | null
  url?: string
  depth?: number
  attributes?: { type: string; name?: string; value?: unknown }[]
  children?: MdxNode[]
  position?: { start: { line: number } } | undefined
}

export type NodeProblem = { line: number; message: string }
/** What a lesson places where: the ids of its pieces and videos, the names of its pictures. */
export type Placed = { pieces: string[]; videos: string[]; pictures: string[] }

type Rule = { needs: readonly string[]; may?: readonly string[]; top?: boolean }

/** The only components that lessons may use. */
const components = new Map<string, Rule>([
  ['Picture', { needs: ['name', 'alt'], may: ['caption'] }],
  ['Clause', { needs: ['of', 'mark'] }],
  ['Case', { needs: ['of', 'mark'] }],
  ['Do', { needs: [] }],
  ['Dont', { needs: [] }],
  ['House', { needs: [] }],
  ['Piece', { needs: ['id'], top: true }],
  ['Video', { needs: ['id'], top: true }],
])

const plain = new Set([
  'root',
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'blockquote',
  'break',
  'thematicBreak',
  'inlineCode',
  'link',
])
const advice = new Map([
  ['mdxjsEsm', 'imports and exports are not allowed in a lesson: take the line out'],
  ['mdxFlowExpression', 'expressions in braces are not allowed: write the words themselves'],
  ['mdxTextExpression', 'expressions in braces are not allowed: write the words themselves'],
  ['html', 'HTML is not allowed: use Markdown or one of the components'],
  ['image', 'a picture is placed with <Picture name="…" alt="…" />'],
  ['code', 'code blocks are not allowed: begin the line at the margin'],
])
const address = /^(https:\/\/|\/(?!\/)|#)/

/** Looks at every node of a lesson. Nothing but prose and the listed components with text attributes gets through. */
export function checkNodes(root: MdxNode): { problems: NodeProblem[]; placed: Placed } {
  const problems: NodeProblem[] = []
  const placed: Placed = { pieces: [], videos: [], pictures: [] }
  const visit = (node: MdxNode, parent: MdxNode | null) => {
    const line = node.position?.start.line ?? parent?.position?.start.line ?? 1
    const report = (message: string) => problems.push({ line, message })
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') checkComponent(node, parent, placed, report)
    else if (node.type === 'heading') {
      if (node.depth !== 2 && node.depth !== 3) report('headings are ## or ###: the title of the lesson is the only h1')
    } else if (!plain.has(node.type)) report(advice.get(node.type) ?? `${node.type} is not allowed in a lesson`)
    if (node.type === 'link' && !address.test(node.url ?? '')) report(`the link ${node.url ?? ''} must begin with https:// or /`)
    for (const child of node.children ?? []) visit(child, node)
  }
  visit(root, null)
  return { problems, placed }
}

function checkComponent(node: MdxNode, parent: MdxNode | null, placed: Placed, report: (message: string) => void) {
  const name = node.name ?? ''
  const rule = components.get(name)
  if (!rule) return report(`<${name}> is not one of the components: use ${[...components.keys()].join(', ')}`)
  if (rule.top && parent?.type !== 'root') report(`<${name}> stands on a line of its own, with blank lines around it and inside nothing`)
  const given = new Map<string, string>()
  for (const { type, name: attribute, value } of node.attributes ?? []) {
    if (type !== 'mdxJsxAttribute' || attribute === undefined || typeof value !== 'string')
      report(`<${name}>: attributes are plain text in quotes`)
    else if (![...rule.needs, ...(rule.may ?? [])].includes(attribute)) report(`<${name}> has no attribute ${attribute}`)
    else given.set(attribute, value)
  }
  const unread = (node.attributes ?? []).length - given.size
  for (const needed of rule.needs) if (unread === 0 && !given.get(needed)?.trim()) report(`<${name}> needs ${needed}="…"`)
  const mark = given.get('mark')
  if (mark !== undefined && !['V1', 'V1r', 'V2', 'S'].includes(mark)) report(`<${name}>: mark is V1, V1r, V2 or S, not ${mark}`)
  const list = name === 'Piece' ? placed.pieces : name === 'Video' ? placed.videos : name === 'Picture' ? placed.pictures : null
  list?.push(given.get(name === 'Picture' ? 'name' : 'id') ?? '')
}
