/** One element of a small drawing: the few kinds of SVG that our pictures are made of. */
export type Shape = { name: string; attributes: Record<string, string>; inside: Shape[]; words: string }

const names = ['svg', 'g', 'rect', 'path', 'circle', 'ellipse', 'text']
const said: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }
const plain = (words: string) => words.replace(/&(?:lt|gt|quot|apos|amp);/g, (mark) => said[mark] ?? mark)
const escaped = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

function attributesOf(source: string): Record<string, string> {
  const found = [...source.matchAll(/([a-zA-Z:-]+)\s*=\s*"([^"]*)"/g)].map(([, name = '', value = '']): [string, string] => [
    name,
    plain(value),
  ])
  return Object.fromEntries(found)
}

/** The shapes of a drawing. Throws where it holds anything but shapes, groups and words: nothing else is loaded or run. */
export function readDrawing(source: string): Shape {
  const root: Shape = { name: 'root', attributes: {}, inside: [], words: '' }
  const open: Shape[] = [root]
  const pieces = source.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<(\/?)([a-zA-Z!?]+)([^>]*?)(\/?)>|([^<]+)/g)
  for (const [, closing, name, attributes = '', alone, words] of pieces) {
    const parent = open.at(-1)
    if (parent === undefined) throw new Error('a drawing closes what it did not open')
    if (name === undefined) parent.words += plain(words ?? '').trim()
    else if (closing) open.pop()
    else {
      if (!names.includes(name)) throw new Error(`a drawing holds <${name}>`)
      const shape: Shape = { name, attributes: attributesOf(attributes), inside: [], words: '' }
      parent.inside.push(shape)
      if (!alone) open.push(shape)
    }
  }
  const [drawing] = root.inside
  if (drawing?.name !== 'svg' || open.length !== 1) throw new Error('a drawing is one whole <svg>')
  return drawing
}

/** A shape as SVG. */
export function writeShape({ name, attributes, inside, words }: Shape): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const within = inside.map(writeShape).join('') + escaped(words)
  return within === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${within}</${name}>`
}
