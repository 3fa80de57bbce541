import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Problem, parseYaml, readQuickly } from '~/content/read-file.server'

const root = path.resolve('content')
const sources = fs
  .readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(yaml|mdx)$/.test(name))
  .map((name) => {
    const text = fs.readFileSync(path.join(root, name), 'utf8')
    return name.endsWith('.mdx') ? (text.split(/^---$/m)[1] ?? '') : text
  })

describe('the two readers of YAML', () => {
  it('say the same of everything that is published', () => {
    expect(sources.length).toBeGreaterThan(300)
    for (const source of sources) expect(readQuickly(source)?.says).toEqual(parse(source))
  })

  it.each([
    ['a key twice', 'id: a\nof: b\nid: c\n', 3],
    ['a quotation that does not end', 'id: a\nof: "b\n', 3],
    ['a list that does not end', 'id: a\nof: [b\n', 3],
    ['a mapping inside a line', 'id: a\nof: b: c\n', 2],
    ['what the schema does not know', 'id: a\nof: b\nelse: c\n', 1],
    ['a number where words belong', 'id: a\nof: 3\n', 2],
  ])('name the line of %s', (_, source, line) => {
    const found: Problem[] = []
    expect(parseYaml('x.yaml', source, z.strictObject({ id: z.string(), of: z.string() }), (problem) => found.push(problem))).toBeNull()
    expect(found[0]).toMatchObject({ file: 'x.yaml', line })
  })

  it('give each who reads the same text something of his own', () => {
    const words = z.strictObject({ of: z.array(z.string()) })
    const read = () => parseYaml('x.yaml', 'of: [a, b]\n', words, () => {})
    read()?.of.push('c')
    expect(read()).toEqual({ of: ['a', 'b'] })
    expect(parseYaml('x.yaml', 'of: [a, b]\n', z.strictObject({ of: z.string() }), () => {})).toBeNull()
  })

  it('leaves a day and a yes as the words they are', () => {
    const words = z.strictObject({ on: z.string(), by: z.string() })
    expect(parseYaml('x.yaml', 'on: 2026-11-22\nby: yes\n', words, () => {})).toEqual({ on: '2026-11-22', by: 'yes' })
  })
})
