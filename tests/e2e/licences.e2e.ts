import type { Page } from '@playwright/test'
import { expect, expectAccessible, phones, signIn, testAlone as test } from './journey'
import type { Running } from './server'

test.use({ viewport: { width: 390, height: 844 } })

const title = (page: Page) => page.getByRole('heading', { level: 1 })

/** What the gate says of somebody for ordinary welding, to a keeper who asks by name. */
async function askGate(page: Page, site: Running, name: string) {
  await page.goto(`${site.url}/gate`)
  await page.locator('[name=card]').fill(name)
  await page.getByRole('button', { name: '问', exact: true }).click()
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await page.goto(`${page.url().split('?')[0]}?job=hot-work-general`)
}

test('somebody enters her licence on a phone, her manager checks it, and from then on the gate lets her weld', async ({
  page,
  browser,
  site,
}) => {
  // On her phone, after the rule of 1 June 2026 came into force: the kind, what is printed, a photograph.
  site.setClock('2026-06-09T01:00:00.000Z')
  await signIn(page, site, phones.employee)
  await page.goto(`${site.url}/me`)
  await page.locator('main a[href="/me/licences"]').click()
  await expect(title(page)).toHaveText('还没有登记证件')
  await page.getByRole('link', { name: '登记一张证' }).click()
  await page.getByRole('link', { name: /焊接与热切割作业/ }).click()
  await expect(page.locator('main')).toContainText('没有核到条文')
  const name = await page.locator('[name=printedName]').inputValue()
  await page.locator('[name=printedName]').fill('别人')
  await page.locator('[name=number]').fill('T350504 19900307 5521')
  await page.locator('[name=item]').fill('熔化焊接与热切割作业')
  await page.locator('[name=validTo]').fill('20260819')
  await page
    .locator('[name=photo]')
    .setInputFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html><p>证') })
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.locator('#printedName-error')).toContainText('不能登记在他名下')
  await page.locator('[name=printedName]').fill(name)
  await page
    .locator('[name=photo]')
    .setInputFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html><p>证') })
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.locator('#photo-error')).not.toBeEmpty()
  await expect(page.locator('[name=number]')).toHaveValue('T350504 19900307 5521')
  await expectAccessible(page)
  const photo = await page.screenshot({ type: 'jpeg' })
  await page.locator('[name=photo]').setInputFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('登记好了')
  await expect(page.locator('main')).toContainText('未核验，还不算数')
  await page.getByText('看证件照片').click()
  await expect.poll(() => page.locator('main img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300)
  await expectAccessible(page)

  // Her manager: the gate says no and why; a look-alike of the official page is not opened; what the official page says is kept.
  const desk = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const manager = await desk.newPage()
  await signIn(manager, site, phones.manager)
  await askGate(manager, site, name)
  await expect(title(manager)).toHaveText('不可以')
  await expect(manager.locator('main')).toContainText('核验')
  await manager.goto(`${site.url}/unit`)
  const unit = manager.url()
  await manager.goto(`${unit}/licences`)
  await manager.getByRole('link', { name: /未核验/ }).click()
  await manager.getByRole('link', { name, exact: true }).click()
  await expect(manager.locator('main')).toContainText('T350504199003075521')
  await manager.getByText('证上有二维码？').click()
  await manager.locator('[name=scanned]').fill('https://cx.mem.gov.cn.zhengshu-cx.com/q?id=1')
  await manager.getByRole('button', { name: '看能不能打开' }).click()
  await expect(manager.locator('main')).toContainText('像官方网址，其实不是')
  await expect(manager.locator('main a[href*="zhengshu-cx"]')).toHaveCount(0)
  await manager.locator('[name=scanned]').fill('https://cx.mem.gov.cn/special?id=1')
  await manager.getByRole('button', { name: '看能不能打开' }).click()
  await expect(manager.getByRole('link', { name: '打开 cx.mem.gov.cn' })).toHaveAttribute('href', 'https://cx.mem.gov.cn/special?id=1')
  await manager.locator('[name=result]').selectOption('matches')
  await manager.locator('[name=how]').selectOption('code')
  await expectAccessible(manager)
  await manager.getByRole('button', { name: '记下核验结果' }).click()
  await expect(manager.getByRole('status')).toContainText('核验结果记下了')
  await expect(manager.locator('main')).toContainText('有效，还有 71 天到期')

  // From now on: the gate says yes until the printed day, and everybody is told that it comes near.
  await askGate(manager, site, name)
  await expect(title(manager)).toHaveText('可以')
  await expect(manager.locator('main')).toContainText('2026年8月19日')
  await manager.goto(unit)
  await expect(manager.getByRole('region', { name: '证件到期' })).toContainText(name)
  await page.goto(`${site.url}/me`)
  await expect(page.getByRole('region', { name: '证件到期' })).toContainText('还有 71 天')
  await expectAccessible(page)
  site.setClock('2026-08-20T01:00:00.000Z')
  await signIn(manager, site, phones.manager)
  await signIn(page, site, phones.employee)
  await askGate(manager, site, name)
  await expect(title(manager)).toHaveText('不可以')
  await expect(manager.locator('main')).toContainText('过期')
  await page.goto(`${site.url}/me/licences`)
  await expect(page.locator('main')).toContainText('已过期，不算数')
  await desk.close()
})

test('a manager enters a list of licences: all of it or nothing', async ({ page, site }) => {
  await signIn(page, site, phones.manager)
  await page.goto(`${site.url}/unit`)
  const unit = page.url()
  await page.goto(`${unit}/licences/new`)
  const labels = await page.locator('[name=person] option').allInnerTexts()
  const names = labels.filter((label) => label !== '请选' && labels.filter((other) => other === label).length === 1)
  const [first = '', second = ''] = names
  await page.goto(`${unit}/licences`)
  await page.getByRole('link', { name: '成批登记' }).click()
  const rows = (end: string) =>
    [
      '姓名\t证件\t编号\t项目\t有效期止',
      `${first}\t电工操作证\tT350504199105062201\t低压电工作业\t2028.6.14`,
      `${second}\t电工操作证\tT350504199105062202\t低压电工作业\t${end}`,
    ].join('\n')
  await page.locator('[name=rows]').fill(rows('2028-02-30'))
  await page.getByRole('button', { name: '逐行核对' }).click()
  await expect(page.getByRole('alert')).toHaveText('2 行里有 1 行不行，一行也没有登记')
  await expect(page.locator('main')).toContainText('没有这一天')
  await expectAccessible(page)
  await page.locator('[name=rows]').fill(rows('2028年3月1日'))
  await page.getByRole('button', { name: '逐行核对' }).click()
  await page.getByRole('button', { name: '登记这 2 张' }).click()
  await expect(page.getByRole('status')).toContainText('登记了 2 张')
  await page.getByRole('link', { name: /未核验/ }).click()
  for (const name of [first, second]) await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
  await expectAccessible(page)
})
