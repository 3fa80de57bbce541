import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { expect, expectAccessible, phones, signIn, testAlone } from './journey'
import type { Running } from './server'

type Issued = { id: string; number: string; name: string; token: string; unitId: string; count: number }

/** A certificate of the unit that has the most. */
function issued(site: Running, nth: number): Issued {
  const database = new Database(path.join(site.data, 'mingbai.db'), { readonly: true })
  const row = database
    .prepare<[number], Issued>(
      `SELECT c."id", c."number", c."printedName" AS "name", c."token", c."unitId", u."count" FROM "Certificate" c
       JOIN (SELECT "unitId", COUNT(*) AS "count" FROM "Certificate" GROUP BY "unitId" ORDER BY "count" DESC, "unitId" LIMIT 1) u
       ON u."unitId" = c."unitId" JOIN "Post" k ON k."personId" = c."personId" AND k."unitId" = c."unitId" AND k."to" IS NULL
       ORDER BY c."serial" LIMIT 1 OFFSET ?`,
    )
    .get(nth)
  database.close()
  if (row === undefined) throw new Error('the sample has no such certificate')
  return row
}

const end = (number: string) => number.slice(-3)
const main = (page: Page) => page.locator('main')

async function find(page: Page, typed: string) {
  await page.getByLabel('编号、姓名、单位或流水号').fill(typed)
  await page.getByRole('button', { name: '查找' }).click()
}

testAlone(
  'an administrator finds a number said over the phone, revokes one paper, corrects another, and both say so',
  async ({ page, site }) => {
    const [fake, misspelt] = [issued(site, 0), issued(site, 1)]
    await signIn(page, site, phones.administrator)
    await page.goto(`${site.url}/admin/certificates`)
    await expectAccessible(page)
    const wrong = `${fake.number.slice(0, -1)}${fake.number.endsWith('7') ? '8' : '7'}`
    await find(page, wrong)
    await expect(main(page)).toContainText('这个编号有一个字符不对')
    await find(page, fake.number.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('link', { name: fake.name }).click()
    await page.getByText('电话里怎么念').click()
    await expect(main(page)).toContainText('二')
    await expectAccessible(page)

    await page.getByRole('link', { name: '撤销这份证明' }).click()
    await page.getByLabel('撤销原因').fill('查实替考')
    await page.getByLabel('输入编号最后三位以确认').fill('000')
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await expect(page.getByLabel('撤销原因')).toHaveValue('查实替考')
    await page.getByLabel('输入编号最后三位以确认').fill(end(fake.number))
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await expect(main(page)).toContainText('已撤销')
    await expect(main(page)).toContainText('查实替考')
    expect((await page.request.get(`${site.url}/certificates/${fake.id}/pdf`)).status()).toBe(404)
    await page.goto(`${site.url}/C/${fake.token}`)
    await expect(main(page)).toContainText('已撤销')
    await expect(main(page)).not.toContainText(fake.name)

    await page.goto(`${site.url}/certificates/${misspelt.id}/correct`)
    await page.getByRole('link', { name: '去改人员档案' }).click()
    const corrected = `${misspelt.name.slice(0, 1)}正名`
    const record = page.locator('form:has(input[value=correct])')
    await page.locator('details:has(input[value=correct]) summary').click()
    await record.locator('[name=name]').fill(corrected)
    await record.getByRole('button').click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(corrected)
    await page.goto(`${site.url}/certificates/${misspelt.id}`)
    await page.getByRole('link', { name: '姓名或单位错了，更正' }).click()
    await expectAccessible(page)
    await page.getByLabel('更正原因').fill('姓名有错字')
    await page.getByLabel('输入编号最后三位以确认').fill(end(misspelt.number))
    await page.getByRole('button', { name: '签发更正的证明' }).click()
    await expect(main(page)).toContainText('更正的证明已签发')
    await expect(main(page)).toContainText(corrected)
    await expect(main(page)).toContainText(misspelt.number)
    await page.goto(`${site.url}/C/${misspelt.token}`)
    await expect(main(page)).toContainText('已有更新的证明')
  },
)

testAlone('the papers of a unit are printed as one PDF, whose progress can be left, and taken away as a table', async ({ page, site }) => {
  const { unitId, count } = issued(site, 0)
  await signIn(page, site, phones.administrator)
  await page.goto(`${site.url}/admin/certificates?unit=${unitId}`)
  await page.getByRole('button', { name: `打印这 ${count} 份` }).click()
  await expect(page.getByRole('heading', { name: '成批打印证明' })).toBeVisible()
  await expectAccessible(page)
  const progress = page.url()
  await page.goto(`${site.url}/admin/certificates?unit=${unitId}`)
  await page.getByRole('button', { name: `打印这 ${count} 份` }).click()
  await expect(page.locator('body')).toContainText(/你上一次要的还没有做好|成批打印证明/)
  await page.goto(progress)
  await expect(page.getByRole('status').first()).toContainText(`做好了：${count} 份`, { timeout: 60_000 })
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载 PDF' }).click()
  const bytes = fs.readFileSync(await (await coming).path())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(count)
  const sheet = await page.request.get(`${site.url}/admin/certificates.xlsx?unit=${unitId}`)
  expect(sheet.status()).toBe(200)
  expect((await sheet.body()).subarray(0, 2).toString()).toBe('PK')
})

testAlone(
  'a leaked paper: many are revoked at once, after their number is typed; a manager sees his own unit only',
  async ({ page, browser, site }) => {
    const { unitId, count, name } = issued(site, 0)
    await signIn(page, site, phones.administrator)
    await page.goto(`${site.url}/admin/certificates?unit=${unitId}`)
    await page.getByRole('link', { name: '成批撤销' }).click()
    await expect(main(page)).toContainText(`将撤销 ${count} 份证明`)
    await expectAccessible(page)
    await page.getByLabel('撤销原因').fill('试卷泄露')
    await page.getByLabel('输入要撤销的份数以确认').fill(String(count + 1))
    await page.getByRole('button', { name: '全部撤销' }).click()
    await expect(main(page)).toContainText('与要撤销的份数不一致')
    await page.getByLabel('输入要撤销的份数以确认').fill(String(count))
    await page.getByRole('button', { name: '全部撤销' }).click()
    await expect(page.getByRole('status').first()).toContainText(`已撤销 ${count} 份证明`)
    await page.goto(`${site.url}/admin/certificates/gaps`)
    await expect(main(page)).toContainText('没有缺号')
    await expectAccessible(page)

    const desk = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
    const manager = await desk.newPage()
    await signIn(manager, site, phones.manager)
    expect((await manager.request.get(`${site.url}/units/${unitId}/certificates`)).status()).toBe(404)
    expect((await manager.request.get(`${site.url}/admin/certificates`)).status()).toBe(403)
    await desk.close()

    const stranger = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    const { number } = issued(site, 0)
    await stranger.goto(`${site.url}/C`)
    await stranger.getByLabel('证明编号').fill(number)
    await stranger.getByLabel('持有人的姓').fill('某')
    await stranger.getByRole('button', { name: '查验' }).click()
    await expect(main(stranger)).toContainText('编号和姓对不上任何一份证明')
    await stranger.getByLabel('持有人的姓').fill(name)
    await stranger.getByRole('button', { name: '查验' }).click()
    await expect(main(stranger)).toContainText('已撤销')
  },
)
