import fs from 'node:fs'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { catalogue } from '~/content/catalogue.server'
import { allDrillTemplates } from '~/content/drills.server'
import { cardPages } from '~/documents/drills/card-layout.server'
import { a4, type Page } from '~/documents/drills/marks'
import { pagesOf } from '~/documents/drills/page-layout.server'
import { paperPdf } from '~/documents/drills/paper-pdf.server'
import { planPaper } from '~/documents/drills/plan-paper'
import { roleCards } from '~/documents/drills/role-cards'
import { rollSheet } from '~/documents/drills/roll-sheet'
import { lineWidth, wrapped } from '~/documents/drills/wrap.server'
import { board, body, cardsOf, expectedOf, hasPoppler, mine, pictureOf, planOf, textOf } from './drill-to-print'

beforeAll(() => void catalogue(), 60_000)
beforeAll(() => {
  const wasm = fs.readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
})

const codesIn = async (image: Buffer): Promise<string[]> =>
  (await readBarcodes(new Blob([new Uint8Array(image)]), { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 })).map(
    ({ text }) => text,
  )
const wordsOn = (page: Page): string => page.flatMap((mark) => (mark.kind === 'words' ? mark.lines.map(({ text }) => text) : [])).join('\n')
const bare = (text: string): string => text.replace(/\s/g, '')

/** Nothing may run off the page: not to the right, not below. */
function expectInside(pages: readonly Page[], right = a4.width): void {
  for (const mark of pages.flat())
    if (mark.kind === 'words')
      for (const { text, x, y } of mark.lines) {
        expect({ text, fits: x + lineWidth(text, mark.size, mark.face) <= right + 1 }).toEqual({ text, fits: true })
        expect({ text, above: y < a4.height - 10 && y > 5 }).toEqual({ text, above: true })
      }
}

describe('lines of a paper', () => {
  it('break between Chinese characters, never before a point, and keep words whole', () => {
    const lines = wrapped('听到警报，请跟着工作人员走，不“等一等”。Please follow the staff, no lifts.', 60, 10, 'regular')
    expect(lines.join('')).toContain('听到警报，请')
    for (const line of lines) {
      expect(lineWidth(line, 10, 'regular')).toBeLessThanOrEqual(60)
      expect(line).not.toMatch(/^[，。”]|[“（]$/)
    }
    expect(lines.join('|')).toMatch(/Please follow|Please\|follow/)
  })

  it('cut what is wider than the line by itself', () => {
    const lines = wrapped('https://example.gov.cn/drills/0192f0a1-7c3e-7a55', 80, 10, 'regular')
    expect(lines.join('')).toBe('https://example.gov.cn/drills/0192f0a1-7c3e-7a55')
    for (const line of lines) expect(lineWidth(line, 10, 'regular')).toBeLessThanOrEqual(80)
  })
})

describe('the plan a commander holds', () => {
  it('says who does what where, and has a line for every moment and floor', () => {
    const pages = pagesOf(planPaper(planOf()))
    const all = bare(pages.map(wordsOn).join('\n'))
    for (const said of [
      '东湖大酒店消防演练方案',
      '退房后，八楼客房起火',
      '全要素综合演练',
      '2026年3月10日13:00',
      '周建国',
      '欧阳秀英、王伟',
    ])
      expect(all).toContain(said)
    for (const said of ['灭火行动组', '通讯联络组', '疏散引导组', '安全防护救护组', '正在消防演练', '拄拐，要人扶', '东湖消防救援站'])
      expect(all).toContain(said)
    for (const zone of body.zones) expect(all).toContain(bare(`清空·${zone.name}`))
    expect(all).toContain('客人拖着箱子按电梯')
    expectInside(pages)
    expect(wordsOn(pages[0] ?? [])).toContain(`第 1 页，共 ${pages.length} 页`)
    expect(wordsOn(pages.at(-1) ?? [])).toContain(`第 ${pages.length} 页，共 ${pages.length} 页`)
  })

  it('warns where the drill is not announced', () => {
    const said = (unannounced: boolean) =>
      pagesOf(planPaper(planOf({ body: { ...body, unannounced } })))
        .map(wordsOn)
        .join('\n')
    expect(said(true)).toContain('不要外传')
    expect(said(false)).not.toContain('不要外传')
  })

  it('stays on the page however long its texts are', () => {
    const long = '很长的一段话，'.repeat(140)
    const zones = Array.from({ length: 40 }, (_, nth) => ({
      name: `${'楼层和区域'.repeat(11)}${nth}`,
      marshals: body.zones[1]?.marshals ?? [],
    }))
    expectInside(pagesOf(planPaper(planOf({ locale: 'en', body: { ...body, story: long, notice: long, zones } }))))
  })

  it.skipIf(!hasPoppler)('is a tagged A4 file whose type is its own', async () => {
    const pdf = await paperPdf(planPaper(planOf()))
    const text = pdf.toString('latin1')
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toContain('/StructTreeRoot')
    expect(text).toContain('/MediaBox [0 0 595.28 841.89]')
    expect(bare(textOf(pdf).join(''))).toContain('周建国')
    const pixels = await sharp(pictureOf(pdf, 1, 'plan'))
      .greyscale()
      .raw()
      .toBuffer()
    expect(pixels.filter((value) => value < 110).length / pixels.length).toBeGreaterThan(0.01)
  })
})

describe('role cards', () => {
  const roles = () => roleCards(cardsOf()).cards.map(({ role, who }) => [role, who])

  it('are one for the commander, each marshal with all his zones, each group and each special post', () => {
    expect(roles()).toEqual([
      ['总指挥', '周建国'],
      ['点名员 · 大堂、前台', '林小满'],
      ['点名员 · 低区客房、高区客房', '欧阳秀英'],
      ['点名员 · 低区客房', '王伟'],
      ['灭火行动组', '赵强、孙丽'],
      ['通讯联络组', '林小满'],
      ['疏散引导组', '欧阳秀英、王伟'],
      ['安全防护救护组', ''],
      ...cardsOf()
        .posts.slice(1)
        .map(({ title }) => [title, '姓名：＿＿＿＿＿＿＿＿']),
    ])
  })

  it('fit their quarter of the page for every kind of place, in both languages', () => {
    for (const template of allDrillTemplates())
      for (const locale of ['zh', 'en'] as const) {
        const said = (texts: readonly { zh: string; en: string }[]) => texts.map((one) => one[locale])
        const posts = template.cards.map(({ id, title, does }) => ({ id, title: title[locale], does: said(does) }))
        const pages = cardPages(roleCards({ ...cardsOf(), locale, posts }))
        expectInside(pages)
        for (const page of pages)
          for (const mark of page)
            if (mark.kind === 'words' && mark.tag === 'LI')
              expect({ id: template.id, size: mark.size >= 8 }).toEqual({ id: template.id, size: true })
      }
  })

  it.skipIf(!hasPoppler)('open the board for who leads and his own page for everybody else, also from a small copy', async () => {
    const pdf = await paperPdf(roleCards(cardsOf()))
    const picture = pictureOf(pdf, 1, 'cards')
    expect(await codesIn(picture)).toEqual([board, board, board, board])
    const last = Math.ceil(roleCards(cardsOf()).cards.length / 4)
    expect(new Set(await codesIn(pictureOf(pdf, last, 'cards')))).toEqual(new Set([mine]))
    const small = await sharp(picture).resize(700).jpeg({ quality: 60 }).toBuffer()
    expect(await codesIn(small)).toHaveLength(4)
    expect(bare(textOf(pdf)[0] ?? '')).toContain(bare(board).slice(0, 30))
    expect(textOf(pdf)).toHaveLength(Math.ceil(roleCards(cardsOf()).cards.length / 4))
  })
})

describe('the roll-call sheet', () => {
  const said = (count: number) => pagesOf(rollSheet({ locale: 'zh', unit: '东湖大酒店', body, expected: expectedOf(count) }))

  it('lists everybody once, by zone and name, with classes and guests by number and rows for who comes besides', () => {
    const pages = said(35)
    const all = pages.map(wordsOn).join('\n')
    for (const { name } of expectedOf(35)) expect(all.split('\n').filter((line) => line === name).length).toBeGreaterThanOrEqual(1)
    expect(all).toContain('低区客房（7 人） 点名员：欧阳秀英、王伟')
    expect(all).toContain('楼层不固定（7 人）')
    expect(all.indexOf('低区客房（7 人）')).toBeLessThan(all.indexOf('高区客房（7 人）'))
    expect(all).toContain('三年级二班')
    expect(all).toContain('42')
    expectInside(pages)
  })

  it('gives zones with few people one table together', () => {
    const all = said(10).map(wordsOn).join('\n')
    expect(all).toContain('在岗人员')
    expect(all.split('\n').filter((line) => line === '需要帮助')).toHaveLength(1)
    for (const { name } of expectedOf(10)) expect(all).toContain(name)
  })

  it('of two thousand people has the heads on every page and nobody lost', async () => {
    const pages = said(2000)
    const names = pages.flatMap((page) =>
      page.flatMap((mark) =>
        mark.kind === 'words' && mark.tag === 'TD' && mark.cell !== null && mark.lines.length === 1
          ? mark.lines.map(({ text }) => text)
          : [],
      ),
    )
    const counts = new Map<string, number>()
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
    const wanted = new Map<string, number>()
    for (const { name, kind } of expectedOf(2000)) if (kind === 'person') wanted.set(name, (wanted.get(name) ?? 0) + 1)
    for (const [name, count] of wanted) expect({ name, count: counts.get(name) }).toEqual({ name, count })
    for (const page of pages.slice(0, 60)) expect(wordsOn(page)).toContain('签名')
    expect(wordsOn(pages.at(-1) ?? [])).toContain(`第 ${pages.length} 页，共 ${pages.length} 页`)
  })
})
