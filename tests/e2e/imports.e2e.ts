import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, phones, signIn, testAlone } from './journey'

const header = '青禾县员工花名册,,,,\n姓　名,联系电话,身份证号码,工种,入职日期\n'
const rows = [
  '孟小测,１３９９２３４５６７８,,员工,2008年3月1日',
  '钟不全,1399234,,员工,2025/3/1',
  '=HYPERLINK("http://x"),13992345672,,员工,45717',
]

async function bring(page: Page, file: string, text: Buffer): Promise<void> {
  await page.setInputFiles('input[type=file]', { name: file, mimeType: 'text/csv', buffer: text })
  await page.getByRole('button', { name: '交上去，先看结果' }).click()
  await page.waitForURL(/\/imports\/[^/?]+/)
  await expect(async () => {
    await page.reload()
    await expect(page.locator('main h1')).toContainText(/行|写入/)
    await expect(page.locator('main')).toContainText(`共 ${rows.length} 行`)
  }).toPass()
}

testAlone(
  'a clerk brings last year’s sheet, puts a row right, confirms once, and the same sheet again changes nothing',
  async ({ page, site }) => {
    await signIn(page, site, phones.manager)
    await page.goto(`${site.url}/unit`)
    const people = `${site.url}/units/${new URL(page.url()).pathname.split('/')[2]}/people`
    await page.goto(people)
    await page.getByRole('link', { name: '从表格导入人员' }).click()
    await expectAccessible(page)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载空白表格' }).click()
    expect(fs.statSync(await (await download).path()).size).toBeGreaterThan(2000)
    await bring(page, '花名册.csv', Buffer.from(header + rows.join('\n')))
    await expectAccessible(page)
    await expect(page.locator('main')).toContainText('新增 2')
    await expect(page.locator('main')).toContainText('第 4 行 手机号')
    await page.getByRole('link', { name: '改这一行' }).click()
    await expectAccessible(page)
    await page.getByLabel('手机号').fill('13992345671')
    await page.locator('main form button').first().click()
    await expect(page.locator('main')).toContainText('新增 3')
    await page.getByRole('button', { name: /确认写入 3 行/ }).click()
    await expect(page.locator('main')).toContainText('写入')
    await page.goto(`${people}?name=${encodeURIComponent('孟小测')}`)
    await expect(page.locator('main')).toContainText('孟小测')

    await page.getByRole('link', { name: '从表格导入人员' }).click()
    await bring(page, 'again.csv', Buffer.from(header + rows.join('\n').replace('1399234,', '13992345671,')))
    await expect(page.locator('main')).toContainText('没有变化 3')
    await expect(page.getByRole('button', { name: /确认写入/ })).toHaveCount(0)
  },
)
