import { describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { lawsNamed, restingOn } from '~/content/rests-on.server'

const ids = (clause: string) => restingOn(catalogue(), clause).map(({ id }) => id)

describe('what rests on a clause', () => {
  it('is every lesson whose facts name it and every question whose source does, and nothing else', () => {
    const found = restingOn(catalogue(), '61号令 第三十六条')
    expect(found.filter(({ kind }) => kind === 'lesson').map(({ id }) => id)).toContain('pre-job-01-first-day')
    expect(found.some(({ kind }) => kind === 'question')).toBe(true)
    for (const { of } of found) expect(of).toMatch(/61号令/)
    for (const { of } of found) expect(of).toMatch(/第三十六条/)
    const named = [...catalogue().banks.values()].flatMap(({ questions }) => [...questions.values()])
    const wanted = named.filter(({ source }) => /^61号令 第三十六条/.test(source.of)).map(({ id }) => id)
    expect(wanted.length).toBeGreaterThan(0)
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted))
  })

  it('names file and line', () => {
    const [first] = restingOn(catalogue(), '消防法 第二十一条')
    expect(first?.file).toMatch(/lesson\.mdx$/)
    expect(first?.line).toBeGreaterThan(5)
  })

  it('finds what is practised, told and pocketed as well as what is taught', () => {
    const kinds = (clause: string) => new Set(restingOn(catalogue(), clause).map(({ kind }) => kind))
    expect(kinds('GB 25506-2010')).toEqual(new Set(['lesson', 'question', 'exercise', 'film', 'card', 'micro']))
    expect(kinds('央视新闻（据事故调查报告）')).toContain('case')
    const named = restingOn(catalogue(), '消防法 第二十一条')
    expect(named.map(({ file }) => file.replace(/.*content./, '').split('/')[0])).toContain('permits')
    expect(new Set(named.map(({ file, line, id }) => `${file}:${line} ${id}`)).size).toBe(named.length)
  })

  it('keeps numbers whole and laws apart', () => {
    const standard = ids('GB50720-2011 6.3.1')
    expect(standard.length).toBeGreaterThan(0)
    expect(ids('GB 50720-2011 6.3.1')).toEqual(standard)
    expect(ids('GB 50720 6.3')).toEqual(expect.arrayContaining(standard))
    expect(ids('GB 50720-2011 3.1')).toEqual([])
    expect(ids('1号令 第三十六条')).toEqual([])
    expect(ids('消防法 第九百条')).toEqual([])
    expect(ids('')).toEqual([])
    expect(ids('消防法').length).toBeGreaterThan(ids('消防法 第二十一条').length)
  })

  it('knows the laws there are, for who asked for another', () => {
    expect(lawsNamed(catalogue())).toEqual(expect.arrayContaining(['消防法', '61号令']))
  })
})
