import { expect, expectAccessible, phones, signIn, testAlone as test } from './journey'

test('a manager fills the hour that is short, an operator takes over and writes, and the night is read as it was', async ({
  page,
  browser,
  site,
}) => {
  test.setTimeout(180_000)
  // The hotel's room is short tomorrow night; its manager puts a second fit person on that shift.
  await signIn(page, site, phones.manager)
  await page.goto(`${site.url}/unit`)
  const unit = page.url()
  await page.goto(`${unit}/rooms`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('未来7天有8小时没有配够合格的人')
  await expectAccessible(page)
  await page.getByRole('link', { name: '一号消控室' }).click()
  await expect(page.locator('main')).toContainText('合格的1人，应有2人')
  await expectAccessible(page)
  await page.getByRole('link', { name: '排班', exact: true }).click()
  await expectAccessible(page)
  const short = page.locator('main li', { hasText: '合格1人，应有2人' }).first()
  await short.locator('a[href^="?change="]').click()
  const form = page.locator('form', { has: page.locator('[name=intent][value=seat]') })
  const fit = form.locator('select[name=personId] option:not([value=""])').filter({ hasNotText: '（' })
  const done = page.getByRole('status').filter({ hasText: '已改好' })
  const people = await fit.evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''))
  for (const personId of people) {
    await form.locator('select[name=personId]').selectOption(personId)
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await form.getByRole('button', { name: '加上' }).click()
    await answered
    await page.waitForLoadState()
    if ((await done.count()) > 0) break
    await expect(page.locator('main')).toContainText(/已有一班|前后两班连起来/)
  }
  await expect(page.getByRole('status')).toContainText('已改好')
  await page.goto(`${unit}/rooms`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('未来7天每小时都有够数的合格的人')

  // The ready operator looks when he is on next, comes when it is time, takes over and writes.
  const operator = await (
    await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 390, height: 844 } })
  ).newPage()
  await signIn(operator, site, phones.operator)
  await operator.goto(`${site.url}/me/watch`)
  await expectAccessible(operator)
  const address =
    (await operator
      .locator('main li[id]', { has: operator.locator('a[href*="?swap="]') })
      .first()
      .locator('a')
      .first()
      .getAttribute('href')) ?? ''
  const span = await operator.locator(`main a[href="${address}"]`).first().innerText()
  const [, year, month, day, time] = /(\d+)年(\d+)月(\d+)日 (\d\d:\d\d)/.exec(span) ?? []
  const begins = new Date(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}T${time}:00+08:00`)
  site.setClock(new Date(begins.getTime() - 5 * 60_000).toISOString())
  await operator.goto(site.url + address)
  await operator.locator('[name=keys]').fill('4把，在钥匙箱')
  await operator
    .locator('form', { has: operator.locator('[value=takeOver]') })
    .locator('[name=mode][value=automatic]')
    .check()
  await operator.getByRole('button', { name: '接班', exact: true }).click()
  await expect(operator.getByRole('status')).toContainText('已接班')
  await expect(operator.locator('main')).toContainText('4把，在钥匙箱')
  await expectAccessible(operator)
  site.setClock(new Date(begins.getTime() + 100 * 60_000).toISOString())
  await operator.reload()
  await operator.getByText('记火警', { exact: true }).click()
  const alarm = operator.locator('form', { has: operator.locator('[name=intent][value=alarm]') })
  await alarm.locator('[name=where]').fill('3层配餐间 1-0312')
  await alarm.locator('[name=outcome]').selectOption('false')
  await alarm.locator('[name=text]').fill('蒸汽误报，现场看过，已复位')
  await alarm.getByRole('button', { name: '记下' }).click()
  await expect(operator.locator('main')).toContainText('3层配餐间 1-0312')

  // An inspector of the street opens a night: who was there, with the licence as it stood.
  const street = await (await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })).newPage()
  await signIn(street, site, phones.supervisor)
  await street.goto(`${site.url}/street/watch`)
  await expectAccessible(street)
  const room = address.replace(/\/shifts\/.*/, '')
  await street.goto(`${site.url}${room}/nights/2026-03-09`)
  await expect(street.locator('main')).toContainText('当时合格')
  await expect(street.locator('main')).toContainText('消防设施操作员证')
  await expect(street.locator('main')).toContainText('在排班上')
  await expectAccessible(street)
  await operator.context().close()
  await street.context().close()
})
