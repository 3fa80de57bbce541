import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { checkContent } from '~/content/check.server'
import type { Problem } from '~/content/read-file.server'
import { loadRows, rowIds } from '~/content/rows.server'
import { findsQuotation, loadSources, sourceDocument, WIDEST_GAP } from '~/content/sources.server'
import { routesContract } from '../routes.contract'

const faults: Problem[] = []
const published = path.resolve('content')
const sources = loadSources(published, (fault) => faults.push(fault))
const rows = loadRows(published, (fault) => faults.push(fault))
const documentOf = (id: string) => {
  const found = sources.get(id)
  if (!found) throw new Error(`there is no document ${id}`)
  return found
}
const says = (id: string, quotation: string) => findsQuotation(documentOf(id), quotation)

describe('a quotation of a source document', () => {
  it('is read without a fault from five documents', () => {
    expect(faults).toEqual([])
    expect([...sources.keys()].sort()).toEqual(['caiyuanba-2023', 'hangzhou-2015', 'otog-2022', 'shuangyang-2024', 'yanggao-2024'])
  })

  it.each(rows)('of the row $id is found', ({ document, quote, also = [] }) => {
    for (const one of [{ document, quote }, ...also]) expect(one).toSatisfy(() => says(one.document, one.quote))
  })

  it.each([
    ['half-width punctuation and none', 'shuangyang-2024', '新上岗和进入新岗位的员工,应当接受岗前消防安全培训 未经培训合格不得上岗'],
    ['full-width figures and signs', 'shuangyang-2024', '基层消防工作站１００％实体化运行'],
    ['other quotation marks', 'shuangyang-2024', '强化社区……「精业务、善组织、会管理」的消防安全『明白人』'],
    ['the number of a slice in the middle of a sentence', 'shuangyang-2024', '其他部门结合实际开展各自分管领域消防安全培训'],
    ['the head of a table on the next page', 'shuangyang-2024', '接入率达80%以上。19.提升数字化消防监管水平'],
    ['garbled punctuation', 'hangzhou-2015', '各区、县（市）和乡镇、街道要建立消防安全教育培训基地'],
    ['a line break', 'otog-2022', '鄂政办发〔2022〕22号\n各开发区（园区）管委会'],
    ['a gap', 'shuangyang-2024', '消防安全重点单位每年……至少开展1次消防安全培训'],
    ['a gap of dots, and one at the end', 'shuangyang-2024', '每年对...开展一次全员培训…'],
  ])('forgives %s', (_, id, quotation) => {
    expect(says(id, quotation)).toBe(true)
  })

  it.each([
    ['another number', 'shuangyang-2024', '基层网格员开展2次消防安全能力提升培训'],
    ['another year', 'shuangyang-2024', '2025年组织参加医疗机构消防安全责任人集中培训'],
    ['a period of years run together', 'yanggao-2024', '三年行动实施方案（20242026年）'],
    ['a number that lost its percent', 'shuangyang-2024', '2024年底前辖区消防安全重点单位系统接入率达到30'],
    ['the end of a number', 'otog-2022', '6个嘎查村社区进行分片包干'],
    ['the end of a numeral', 'caiyuanba-2023', '十大精神'],
    ['the beginning of a number', 'shuangyang-2024', '泉洛政办（2020）2'],
    ['another word', 'shuangyang-2024', '新上岗和进入新岗位的职工，应当接受岗前消防安全培训'],
    ['a word left out', 'shuangyang-2024', '未经培训合格，得上岗'],
    ['a word too many', 'hangzhou-2015', '加强对保安员等的消防安全专门培训'],
    ['another half-year', 'shuangyang-2024', '消防安全重点单位每半年（公众聚集场所每半年）至少开展1次消防安全培训'],
    ['its parts in the wrong order', 'shuangyang-2024', '至少开展1次消防安全培训……消防安全重点单位每年'],
    ['a number changed after a gap', 'shuangyang-2024', '消防安全重点单位每年……至少开展3次消防安全培训'],
    ['the words of another document', 'hangzhou-2015', '推行“应知应会应急明白卡”'],
    ['nothing but a gap', 'shuangyang-2024', '……'],
    ['nothing', 'shuangyang-2024', '，。'],
  ])('is not found with %s', (_, id, quotation) => {
    expect(says(id, quotation)).toBe(false)
  })

  it('leaps over a paragraph and no further', () => {
    const { words } = documentOf('yanggao-2024')
    const gap = (length: number) => sourceDocument(words, `每年开展${'火'.repeat(length)}全员培训`)
    expect(findsQuotation(gap(WIDEST_GAP), '每年开展……全员培训')).toBe(true)
    expect(findsQuotation(gap(WIDEST_GAP + 1), '每年开展……全员培训')).toBe(false)
  })

  it('looks on where the first place of its beginning leads nowhere', () => {
    const { words } = documentOf('yanggao-2024')
    const text = sourceDocument(words, `每年开展检查。${'火'.repeat(WIDEST_GAP)}每年开展一次全员培训`)
    expect(findsQuotation(text, '每年开展……全员培训')).toBe(true)
  })

  it('passes over a page number between two pages', () => {
    const { words } = documentOf('yanggao-2024')
    expect(findsQuotation(sourceDocument(words, '每年至少开展\n— 3 —\n\f一次培训'), '每年至少开展一次培训')).toBe(true)
  })
})

describe('a slip of the pen', () => {
  const quotation = '应当接受消防安全专门培训，具备相应专业技能'

  it('is forgiven where it is listed', () => {
    expect(says('shuangyang-2024', quotation)).toBe(true)
    expect(says('shuangyang-2024', '应当接受消防安全专门培训I,具备相应专业技能')).toBe(true)
  })

  it('is not forgiven where it is not listed', () => {
    const { words } = documentOf('shuangyang-2024')
    const raw = fs.readFileSync(path.join(published, 'sources/shuangyang-2024.txt'), 'utf8')
    const others = words.slips.filter(({ as }) => as !== '专门培训I')
    expect(others).toHaveLength(words.slips.length - 1)
    expect(findsQuotation(sourceDocument({ ...words, slips: others }, raw), quotation)).toBe(false)
    expect(says('yanggao-2024', '强化曰常消防安全监管')).toBe(false)
  })
})

describe('the rows', () => {
  it('are the 77 that the source documents give', () => {
    expect(rowIds).toHaveLength(77)
    expect(rows.map(({ id }) => id)).toEqual(rowIds)
  })

  it('are served by pages that the product has', () => {
    const pages = rows.flatMap(({ served }) => served?.page ?? [])
    expect(pages).toContain('/cards/:postId')
    for (const page of pages) expect(routesContract).toHaveProperty([page])
  })
})

describe('checking what is quoted', () => {
  const made: string[] = []
  let root = ''
  /** A copy of what is published, with one lesson: the others take their time and quote nothing here. */
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-sources-'))
    made.push(root)
    fs.cpSync(published, root, { recursive: true, filter: (file) => !/pre-job\/0[^2][^/]*$/.test(file) })
  })
  afterAll(() => {
    for (const folder of made) fs.rmSync(folder, { recursive: true, force: true })
  })

  const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
  function change(file: string, from: string | RegExp, to: string): void {
    const after = read(file).replace(from, to)
    if (after === read(file)) throw new Error(`${file} was not changed`)
    fs.writeFileSync(path.join(root, file), after)
  }
  const lineOf = (file: string, text: string) =>
    read(file)
      .split('\n')
      .findLastIndex((line) => line.includes(text)) + 1
  /** The problems of some files, as they are printed. */
  const problemsIn = async (...files: string[]) =>
    (await checkContent(root))
      .map(({ file, line, message }) => ({ file: path.relative(root, file), line, message }))
      .filter(({ file }) => files.includes(file))
      .map(({ file, line, message }) => `${file}:${line} ${message}`)

  const local = 'duties/local.yaml'
  /** A sound duty that rests on a local plan, with one part of it replaced. */
  function writeDuty(from: string | RegExp = '', to = ''): void {
    const sound = `- id: local-grid-training
  title: { zh: 网格员年度培训, en: Yearly training of grid workers }
  plain: { zh: 您每年参加一次培训。, en: You train once a year. }
  binds: person
  positions: [grid-worker]
  traits: [street-office]
  thing: grid-training
  adopt: place
  bars: false
  from: 2024-01-01
  to: null
  counts:
    - { kind: class, topic: refresher, sameUnit: false }
  cadence: { kind: calendar, every: P1Y, lead: P30D }
  content: null
  jurisdiction: shuangyang-2024
  force: plan
  source:
    of: 双阳街道方案 二（一）3
    mark: S
    document: shuangyang-2024
    quote: 每年至少组织街道消防工作站、基层网格员开展1次消防安全能力提升培训
    also:
      - { of: 鄂托克旗通知 二（二）5, mark: S, document: otog-2022, quote: 开展“三长”定期轮训 }
`
    const text = sound.replace(from, to)
    if (from !== '' && text === sound) throw new Error('the duty was not changed')
    fs.writeFileSync(path.join(root, local), text)
  }

  it('finds nothing wrong with a duty that quotes its plan', async () => {
    writeDuty()
    expect(await problemsIn(local)).toEqual([])
  })

  it.each([
    [
      'a changed number',
      '开展1次',
      '开展2次',
      22,
      /“每年.*开展2次.*” is not in content\/sources\/shuangyang-2024\.txt: quote it word for word/,
    ],
    ['a changed word in a further source', '定期轮训', '定期培训', 24, /is not in content\/sources\/otog-2022\.txt/],
    ['a document that is not there', 'document: shuangyang-2024', 'document: shuangyang', 22, /there is no shuangyang in content\/sources/],
    ['local policy without its document', /\n {4}document: .*/, '', 21, /mark S: name the document/],
    ['local policy without its quotation', /\n {4}quote: .*/, '', 21, /mark S: name the document/],
    ['an unknown position', '[grid-worker]', '[grid-walker]', 1, /there is no position grid-walker/],
    ['an unknown trait', '[street-office]', '[street-corner]', 1, /there is no trait street-corner/],
    ['a rhythm that no calendar has', 'every: P1Y', 'every: P5M', 14, /cadence\.every: /],
    ['a kind of rhythm that does not exist', 'kind: calendar', 'kind: sometimes', 14, /cadence\.kind: /],
    [
      'a validity that is no period',
      'kind: calendar, every: P1Y, lead: P30D',
      'kind: rolling, every: 1Y, opens: P30D, first: P0D',
      14,
      /1Y is not/,
    ],
    [
      'a validity of no time',
      'kind: calendar, every: P1Y, lead: P30D',
      'kind: rolling, every: P0D, opens: P0D, first: P0D',
      14,
      /may not be zero/,
    ],
    ['a gate that binds a person', 'kind: calendar, every: P1Y, lead: P30D', 'kind: gate, lookback: P3M', 1, /a gate binds a post/],
    ['the id of another duty', 'local-grid-training', 'staff-training-year', null, /staff-training-year: two duties with this id/],
  ])('names file and line of a duty with %s', async (_, from, to, line, message) => {
    writeDuty(from, to)
    const file = line === null ? 'duties/staff-training.yaml' : local
    const found = await problemsIn(file)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(message)
    expect(found[0]).toContain(`${file}:${line ?? lineOf(file, 'id: staff-training-year')} `)
  })

  it('reads the quotations of cards, questions and the facts of lessons too', async () => {
    const wrong = 'mark: S, document: otog-2022, quote: 开展“三长”年度轮训'
    const card = 'cards/employee.yaml'
    const bank = 'banks/pre-job/risk-and-law.yaml'
    const lesson = 'courses/pre-job/02-doors/lesson.mdx'
    change(card, 'of: 消防法 第四十四条, mark: V1', `of: 通知, ${wrong}`)
    change(bank, 'of: 61号令 第三十六条, mark: V1', `of: 通知, ${wrong}`)
    change(lesson, 'of: 61号令 第二十一条, mark: V1', `of: 通知, ${wrong}`)
    const isNotThere = (file: string) =>
      expect.stringMatching(new RegExp(`^${file}:${lineOf(file, wrong)} .*is not in content/sources/otog-2022`))
    expect(await problemsIn(card, bank, lesson)).toEqual([bank, card, lesson].map(isNotThere))
  })

  it('lets a card name local policy without quoting it', async () => {
    change('cards/employee.yaml', 'of: 消防法 第四十四条, mark: V1', 'of: 鄂托克旗通知, mark: S')
    expect(await problemsIn('cards/employee.yaml')).toEqual([])
  })

  it('misses a text, and a slip that its text does not have', async () => {
    fs.rmSync(path.join(root, 'sources/otog-2022.txt'))
    change('sources/sources.yaml', 'as: 全责任隹条', 'as: 全责任佳条')
    expect(await problemsIn('sources/sources.yaml')).toEqual([
      expect.stringMatching(/shuangyang-2024: slips: the text does not have 全责任佳条/),
      expect.stringMatching(/otog-2022: the text sources\/otog-2022\.txt is missing/),
    ])
  })

  const rowsFile = 'duties/rows.yaml'
  it.each([
    ['a changed number in a quotation', '96个嘎查村', '95个嘎查村', 'A15', /is not in content\/sources\/otog-2022\.txt/],
    ['a changed word in a further quotation', '推广“人人消防”', '推广“人人防火”', 'D20', /is not in content\/sources\/otog-2022\.txt/],
    ['a duty that is not there', 'staff-training-half-year', 'staff-training-decade', 'B3', /there is no duty staff-training-decade/],
    ['a test that is not there', 'cards.test.ts', 'no-cards.test.ts', 'B22', /there is no test tests\/.*no-cards/],
    ['an id of another row', '- id: A5\n', '- id: A4\n', 'A4', /A4: the row stands twice/],
    ['an id that no document gives', '- id: E6\n', '- id: E7\n', 'E7', /E7: the source documents have no such row/],
  ])('names the line of a row with %s', async (_, from, to, id, message) => {
    change(rowsFile, from, to)
    const found = (await problemsIn(rowsFile)).filter((problem) => message.test(problem))
    expect(found).toEqual([expect.stringContaining(`${rowsFile}:${lineOf(rowsFile, `- id: ${id}`)} ${id}: `)])
  })

  it('misses a row that is left out', async () => {
    change(rowsFile, /- id: E6\n(?: .*\n)+/, '')
    expect(await problemsIn(rowsFile)).toEqual(['duties/rows.yaml:1 the row E6 is missing: write what answers it'])
  })

  it('asks for one answer to each row', async () => {
    change(rowsFile, /(- id: B22\n(?: {2}.*\n)+)/, '$1  later: courses\n')
    expect(await problemsIn(rowsFile)).toEqual([
      expect.stringMatching(new RegExp(`^${rowsFile}:${lineOf(rowsFile, '- id: B22')} .*write exactly one of duties, served and later`)),
    ])
  })
})
