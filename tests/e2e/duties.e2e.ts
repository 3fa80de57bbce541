import { expect, expectAccessible, phones, signIn, testAlone as test } from './journey'

test('a duty is switched on, shows at the unit, is lifted by the street, and the supervisor’s figures follow', async ({
  page,
  browser,
  site,
}) => {
  test.setTimeout(180_000)
  await signIn(page, site, phones.administrator)
  await page.goto(`${site.url}/admin/duties?state=off&q=应急救援预案演练`)
  await page.getByRole('link', { name: '应急救援预案演练（每半年）' }).click()
  await page.getByLabel('从哪一天起留记录').fill('2026-01-01')
  await page.getByRole('button', { name: '开启这项义务' }).click()
  await expect(page.locator('main')).toContainText('已开启。')
  await page.goto(`${site.url}/admin/audit`)
  await expect(page.locator('main')).toContainText('开启了义务')

  const desk = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const manager = await desk.newPage()
  await signIn(manager, site, phones.manager)
  await manager.goto(`${site.url}/unit`)
  const unit = new URL(manager.url()).pathname.split('/').at(-1) ?? ''
  await manager.getByRole('link', { name: '义务', exact: true }).click()
  const line = manager.locator('li', { hasText: '应急救援预案演练（每半年）' }).first()
  await expect(line).toContainText('待完成')
  await line.locator('summary').click()
  await expect(line).toContainText('生产安全事故应急条例')
  await expectAccessible(manager)
  await line.getByRole('link', { name: '这项义务的全文' }).click()
  await expect(manager.getByRole('heading', { level: 1 })).toHaveText('应急救援预案演练（每半年）')
  await desk.close()

  await page.goto(`${site.url}/street/units/${unit}/waivers`)
  await page.getByLabel('豁免哪项义务').selectOption({ label: '应急救援预案演练（每半年）' })
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('到哪天为止').fill('2027-12-31')
  await page.getByRole('textbox', { name: '理由' }).fill('停业装修')
  await expectAccessible(page)
  await page.getByRole('button', { name: '开出豁免' }).click()
  await expect(page.locator('main')).toContainText('豁免已开出。')
  await expect(page.locator('main')).toContainText('理由：停业装修')
  await page.goto(`${site.url}/street/units/${unit}/duties`)
  await expect(page.locator('li', { hasText: '应急救援预案演练（每半年）' }).first()).toContainText('已豁免')

  await page.goto(`${site.url}/street/coverage?duty=crowded-ops-emergency-drill`)
  await expect(page.locator('main')).toContainText('应急救援预案演练（每半年）')
  await expectAccessible(page)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /xlsx/ }).click()])
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
})
