import { createHash } from 'node:crypto'
import { getMDXComponent } from 'mdx-bundler/client/index.js'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type BundledLesson, keptLesson } from './kept-lessons.server'
import { checkNodes, type MdxNode, type NodeProblem, type Placed } from './lessons-nodes.server'
import { pictureIn } from './pictures.server'

/** A compiled lesson; it renders with the components it is given. */
export type Content = ReturnType<typeof getMDXComponent>
/** Puts our components around a compiled lesson. `picture` answers with the drawing of that name as inline SVG. */
export type Dress = (content: Content, picture: (name: string) => string) => ReactElement
/** A lesson's page in order: finished HTML, and the places of pieces and videos, whose state is each person's own. */
export type Segment = { kind: 'html'; html: string } | { kind: 'piece' | 'video'; id: string }

/** Where prose comes from: a lesson, or a course's own page. */
export type Prose = { folder: string; body: { zh: string; en: string } }

/** Problems of one body; lines count from its first line. */
export class UnsoundLesson extends Error {
  constructor(readonly problems: readonly NodeProblem[]) {
    super(problems.map(({ line, message }) => `line ${line}: ${message}`).join('\n'))
  }
}

/** What the compiler said of a body it could not read: "4:7: words (5:1-5:5)", the place in brackets being where it began. */
function unreadable(fault: unknown): NodeProblem {
  const said = (fault instanceof Error ? fault.message.split('\n').at(-1) : undefined) ?? ''
  const [, line = '2', words = said] = /^\s*(\d+):\d+: (.*)$/.exec(said) ?? []
  const began = /\((\d+):\d+-[\d:]+\)/.exec(words)?.[1]
  const message = `the MDX cannot be read: ${words.replace(/\s*\([\d:-]+\)/, '')}`
  return { line: Math.max(1, Number(began ?? line) - 1), message }
}

type Compiled = { content: Content; placed: Placed }

/**
 * Compiles the MDX of a repository lesson (its body, without frontmatter) after looking at every node of it, once for a body. No
 * frontmatter engine runs: the body is kept from beginning like one, and the one that would run JavaScript is taken out.
 */
export function compileMdx(body: string): Promise<Compiled> {
  const key = hashOf(body)
  const known = compiled.get(key) ?? compileBody(key, body)
  compiled.set(key, known)
  return known
}

async function compileBody(key: string, body: string): Promise<Compiled> {
  const { code, placed } = keptLesson(key) ?? (await bundleBody(body))
  return { content: getMDXComponent(code), placed }
}

/** Lessons compiled for the next start, by the hash of their body. */
export const bundledLessons = async (bodies: readonly string[]): Promise<Map<string, BundledLesson>> =>
  new Map(await Promise.all(bodies.map(async (body): Promise<[string, BundledLesson]> => [hashOf(body), await bundleBody(body)])))

/** The compiler is loaded for what the build left: a start has every lesson already. */
async function bundleBody(body: string): Promise<BundledLesson> {
  const [{ bundleMDX }, { default: remarkGfm }] = await Promise.all([import('mdx-bundler'), import('remark-gfm')])
  const found: { placed: Placed; problems: NodeProblem[] } = { placed: { pieces: [], videos: [], pictures: [] }, problems: [] }
  const look = () => (tree: MdxNode) => {
    const { problems, placed } = checkNodes(tree)
    found.placed = placed
    found.problems = problems.map(({ line, message }) => ({ line: Math.max(1, line - 1), message }))
    if (problems.length > 0) throw new Error('unsound')
  }
  try {
    const { code } = await bundleMDX({
      source: `\n${body}`,
      mdxOptions: (options) => ({ ...options, development: false, remarkPlugins: [remarkGfm, look] }),
      grayMatterOptions: (options) => ({ ...options, engines: { javascript: () => ({}), js: () => ({}) } }),
      esbuildOptions: (options) => ({ ...options, logLevel: 'silent' }),
    })
    return { code, placed: found.placed }
  } catch (fault) {
    if (found.problems.length > 0) throw new UnsoundLesson(found.problems)
    throw new UnsoundLesson([unreadable(fault)])
  }
}

const compiled = new Map<string, Promise<Compiled>>()
const rendered = new Map<string, Promise<Segment[]>>()
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Compiles prose once per content. */
export const compileProse = async (lesson: Prose, language: 'zh' | 'en'): Promise<Content> =>
  (await compileMdx(lesson.body[language])).content

/** Prose as HTML in pieces, made once per content and language. */
export function segmentsOf(lesson: Prose, language: 'zh' | 'en', dress: Dress): Promise<Segment[]> {
  const key = `${language} ${lesson.folder} ${hashOf(lesson.body[language])}`
  const known =
    rendered.get(key) ??
    compileProse(lesson, language).then((content) =>
      split(renderToStaticMarkup(dress(content, (name) => pictureIn(lesson.folder, name, language)))),
    )
  rendered.set(key, known)
  return known
}

const place = /<div data-(piece|video)="([a-z0-9-]+)"><\/div>/

function split(html: string): Segment[] {
  const parts = html.split(place)
  return parts.flatMap((part, index): Segment[] => {
    if (index % 3 === 0) return part.trim() === '' ? [] : [{ kind: 'html', html: part }]
    if (index % 3 === 2) return [{ kind: parts[index - 1] === 'video' ? 'video' : 'piece', id: part }]
    return []
  })
}
