import fs from 'node:fs'
import type { Page } from '@playwright/test'
import exceljs from 'exceljs'
import { expect, expectAccessible, phones, signIn, testAlone } from './journey'
import { freezesList, makesProgramme, opensInvitation, plansClass } from './party-school'
import { phone } from './phone'
import { head } from './training-walk'

const president = '13800000010'
const right = '先断电，再叫人'

/** A sheet as somebody kept it for years: a title above the headings, full-width letters, an empty row, and rows that are no questions. */
async function messySheet(): Promise<Buffer> {
  const book = new exceljs.Workbook()
  book.addWorksheet('旧表', { state: 'hidden' }).addRow(['本表由消防站汇总'])
  const sheet = book.addWorksheet('题库')
  sheet.addRow(['东湖街道消防题库（2025年汇总）'])
  sheet.addRow(['序号', '题目内容', 'A', 'B', 'C', '正确答案', '试题解析', '难易程度', '考点', '备注'])
  const asked = (nth: number, stem: string, answer: string, more: string[] = []) =>
    sheet.addRow([nth, stem, '马上泼水', right, '等保安来', answer, '**断电**以后再处理。', '易', '用电安全', ...more])
  asked(1, '楼道里的**电动车**冒烟，先做什么？', 'Ｂ')
  asked(2, '配电箱有焦味，先做什么？', 'B。', ['站里出的'])
  sheet.addRow([])
  asked(3, '插线板发烫，先做什么？', 'b')
  asked(4, '这一题没有答案？', '')
  asked(5, '答案是没有的选项？', 'F')
  asked(6, '充电柜报警，先做什么？', 'B')
  asked(7, '插线板发烫，先做什么？', 'b')
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function bring(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('link', { name: '从文件导入' }).click()
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: '交上去，先看结果' }).click()
  await page.waitForURL(/\/banks\/imports\/[^/?]+/)
}

testAlone(
  'a street’s own questions come from an old sheet, are approved by a second person, asked in a class, and go round without a change',
  async ({ page, browser, site }) => {
    testAlone.setTimeout(240_000)
    const main = page.locator('main')
    await signIn(page, site, phones.supervisor)
    await page.goto(`${site.url}/street`)
    await page.getByRole('link', { name: '本地题库' }).click()
    await expectAccessible(page)
    await bring(page, '题库.xlsx', await messySheet())
    await expect(head(page)).toContainText('4 题会提交审核')
    await expect(main).toContainText('新题 4，新写法 0，没有变化 0，有误 3')
    await expect(main).toContainText('这些列没有读：备注。')
    for (const refused of [
      /第 7 行 · 有误\s*没有答案/,
      /第 8 行 · 有误\s*答案里有个字母没有对应的选项/,
      /第 10 行 · 有误\s*和前面一题一模一样/,
    ])
      await expect(main).toContainText(refused)
    await expectAccessible(page)
    await page.getByRole('button', { name: '确认提交 4 题' }).click()
    await expect(main).toContainText('新题 4 道')
    await page.getByRole('link', { name: '去题库看看' }).click()
    await expect(page.getByRole('button', { name: '选中的都审核通过' })).toHaveCount(0)

    await page.context().clearCookies()
    await signIn(page, site, phones.administrator)
    await page.goto(`${site.url}/admin/units`)
    await page.getByRole('link', { name: '本地题库' }).click()
    await page.getByLabel('题库', { exact: true }).selectOption({ label: '　东湖街道' })
    await page.getByRole('button', { name: '查找' }).click()
    await expect(main).toContainText('在用 0 题，待审核 4 题')
    for (const box of await page.locator('[name=wordings]').all()) await box.check()
    await page.getByRole('button', { name: '选中的都审核通过' }).click()
    await expect(main).toContainText('在用 4 题，待审核 0 题')
    await expectAccessible(page)

    await page.context().clearCookies()
    await signIn(page, site, phones.supervisor)
    const course = await plannedClass(page, site)
    await page.goto(course)
    await page.getByRole('link', { name: '选试卷' }).click()
    const chosen = page.locator('[name=topics]:checked')
    while ((await chosen.count()) > 0) await chosen.first().uncheck()
    await page.getByText('本地题库', { exact: true }).click()
    await page.getByLabel('东湖街道题库').check()
    await page.getByLabel('抽几道题').fill('4')
    await page.getByRole('button', { name: '保存试卷' }).click()
    await expect(main).toContainText('所选专题共 4 道题')
    await expectAccessible(page)
    await page.getByRole('button', { name: '打开测试' }).click()
    await page.getByRole('link', { name: '在大屏上显示码' }).click()
    const code = (await page.locator('main p.font-mono').innerText()).replace(/\s/g, '')

    const context = await browser.newContext(phone)
    const his = await context.newPage()
    await signIn(his, site, president)
    await opensInvitation(his, site)
    await his.getByLabel('责任人本人参加').check()
    await his.getByRole('button', { name: '提交答复' }).click()
    await his.goto(`${site.url}/classes/test?code=${code}`)
    await his.getByRole('button', { name: '开始答题' }).click()
    await his.waitForURL(/\/classes\/papers\//)
    expect(await his.content()).not.toContain('以后再处理')
    await expect(his.locator('fieldset strong', { hasText: '电动车' })).toBeVisible()
    await expectAccessible(his)
    for (const field of await his.locator('fieldset[data-question]').all()) {
      const isFirst = (await field.innerText()).includes('电动车')
      await field.getByLabel(isFirst ? '马上泼水' : right).check()
    }
    await his.getByRole('button', { name: '交卷' }).click()
    await expect(head(his)).toContainText('没有合格，75 分')
    await expect(his.locator('main')).toContainText('东湖街道题库')
    await his.getByRole('link', { name: '再考一次' }).click()
    await his.goto(`${site.url}/classes/test?code=${code}`)
    await his.getByRole('button', { name: '开始第 2 次' }).click()
    await his.waitForURL(/\/classes\/papers\//)
    for (const field of await his.locator('fieldset[data-question]').all()) await field.getByLabel('等保安来').check()
    await his.getByRole('button', { name: '交卷' }).click()
    await expect(head(his)).toContainText('没有合格，0 分')
    await his.locator('main summary').click()
    await expect(his.locator('main')).toContainText('断电以后再处理。')
    await expectAccessible(his)
    await context.close()

    await page.goto(`${site.url}/banks`)
    await page.getByRole('link', { name: '导出' }).click()
    for (const [format, name] of ['xlsx', 'text', 'gift', 'moodle'].map((one, nth) => [one, nth] as const)) {
      await page.goto(`${site.url}/banks/export`)
      const download = page.waitForEvent('download')
      await page.locator(`a[href*="/banks/files/${format}"]`).click()
      const file = await download
      const bytes = fs.readFileSync(await file.path())
      expect(bytes.length).toBeGreaterThan(200)
      await page.goto(`${site.url}/banks`)
      await bring(page, `${name}${format === 'xlsx' ? '.xlsx' : '.txt'}`, bytes)
      await expect(head(page)).toContainText('没有要提交的题')
      await expect(main).toContainText('新题 0，新写法 0，没有变化 4，有误 0')
    }
  },
)

async function plannedClass(page: Page, site: Parameters<typeof makesProgramme>[1]): Promise<string> {
  const home = await makesProgramme(page, site)
  await freezesList(page)
  return plansClass(page, home)
}
