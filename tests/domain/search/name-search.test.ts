import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameSearch } from '~/domain/search/name-search'

const spoken: Record<string, readonly string[]> = {
  张: ['zhang'],
  三: ['san'],
  丰: ['feng'],
  单: ['dan', 'shan', 'chan'],
  志: ['zhi'],
  吕: ['lv', 'lu'],
  明: ['ming'],
  安: ['an'],
  娜: ['na', 'nuo'],
  东: ['dong'],
  湖: ['hu'],
  酒: ['jiu'],
  店: ['dian'],
}
const readings = (character: string): readonly string[] => spoken[character] ?? []
const near = (typed: string, name: string): number | null | undefined => nameSearch(typed, readings)?.(name)

describe('somebody looks for a name', () => {
  it.each([
    ['张三', '张三', 0],
    ['张', '张三', 1],
    ['三', '张三', 2],
    ['zs', '张三', 3],
    ['zhs', '张三', 3],
    ['zhangs', '张三', 3],
    ['ZhangSan', '张三', 3],
    ['ｚｓ', '张三', 3],
    ['zs', '张三丰', 4],
    ['s', '张三', 5],
    ['shd', '单湖店', 6],
    ['sh', '单湖店', 7],
    ['hc', '东湖单', 8],
    ['szhi', '单志', 6],
    ['dz', '单志', 3],
    ['lvm', '吕明', 3],
    ['lum', '吕明', 6],
    ['jiudian', '东湖酒店', 5],
    ['dhjd', '东湖（酒店）', 3],
    ['张 f', '张三丰', 5],
    ['丰 张', '张三丰', 2],
    ['东湖·酒店', '东湖酒店', 0],
    ['a座', '东湖A座', 2],
    ['dha', '东湖A座', 4],
  ])('%s means %s', (typed, name, rank) => {
    expect(near(typed, name)).toBe(rank)
  })
  it.each([
    ['zf', '张三丰'],
    ['hang', '张三'],
    ['zsx', '张三'],
    ['张 明', '张三'],
    ['hudian', '东湖酒店'],
    ['四', '张三'],
  ])('%s does not mean %s', (typed, name) => {
    expect(near(typed, name)).toBeNull()
  })
  it.each(['', '   ', '·、（）'])('looks for nothing where nothing was typed: %j', (typed) => {
    expect(nameSearch(typed, readings)).toBeNull()
  })
  it('asks again for each letter, whether the beginning of a reading ends here or goes on: 安娜 is ann, anna and an', () => {
    for (const typed of ['ann', 'anna', 'ana']) expect(near(typed, '安娜')).toBe(3)
    expect([near('an', '安娜'), near('anuo', '安娜')]).toEqual([3, 6])
    expect(near('annn', '安娜')).toBeNull()
  })

  const names = fc.array(fc.constantFrom(...Object.keys(spoken)), { minLength: 1, maxLength: 8 })
  const spelling = names.chain((characters) =>
    fc
      .tuple(
        ...characters.map((character) =>
          fc
            .constantFrom(...readings(character))
            .chain((reading) => fc.integer({ min: 1, max: reading.length }).map((n) => reading.slice(0, n))),
        ),
      )
      .map((parts) => ({ name: characters.join(''), typed: parts.join('') })),
  )
  it('finds a name by any mixture of beginnings of its readings, and by each part of it', () => {
    fc.assert(
      fc.property(spelling, fc.nat(), fc.nat(), ({ name, typed }, from, length) => {
        expect([3, 6]).toContain(near(typed, name))
        const at = from % name.length
        expect(near(name.slice(at, at + 1 + (length % (name.length - at))), name)).not.toBeNull()
      }),
    )
  })
  it('never takes long over a name, however often a letter may go on', () => {
    const many = () => ['a', 'aa', 'aaa', 'aaaa']
    let asked = 0
    const counted = nameSearch(`${'a'.repeat(39)}b`, (character) => {
      asked += 1
      return many().filter(() => character !== '')
    })
    expect(counted?.('啊'.repeat(60))).toBeNull()
    expect(asked).toBeLessThan(60 * 41)
  })
})
