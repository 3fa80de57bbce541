import { expect, expectAccessible, phones, signIn, testAlone as test } from './journey'

const guide = '13800000011'

test('a street closes a gap in who trains whom, names who understands, gives a village to a guide, and the guide records a tip', async ({
  page,
  browser,
  site,
}) => {
  test.setTimeout(180_000)
  await signIn(page, site, phones.supervisor)
  await page.goto(`${site.url}/street`)
  await page.getByRole('link', { name: '责任分工：谁培训谁' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('处空缺')
  await expectAccessible(page)
  const gap = page.locator('li', { hasText: '各行业部门' }).filter({ hasText: '在这里还没有对应的单位' })
  await gap.getByRole('link', { name: '定是哪个单位' }).click()
  await page.getByLabel('单位', { exact: true }).selectOption({ label: '东湖街道办事处' })
  await page.getByRole('button', { name: '下一步' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: '定下来' }).click()
  await expect(page.locator('main')).toContainText('已定下来。')
  await expect(gap).toHaveCount(0)

  await page.getByRole('link', { name: '明白人', exact: true }).last().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('个还没有明白人')
  await expectAccessible(page)
  await page.getByRole('link', { name: '指定' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('还没有明白人')
  await page.getByRole('button', { name: '指定' }).click()
  await expect(page.locator('main')).toContainText('已指定。')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('明白人：')
  await expectAccessible(page)

  await page.goto(`${site.url}/street/responsibility/posts`)
  await expect(page.locator('main')).toContainText('没有网格员')
  await expectAccessible(page)

  await page.goto(`${site.url}/street/responsibility/slices`)
  await expect(page.locator('tr', { hasText: '桥头社区' })).toContainText('没有人')
  await expectAccessible(page)
  await page.getByRole('link', { name: '分派包干' }).click()
  const own = await page
    .getByLabel('包干的人', { exact: true })
    .locator('option', { hasText: '专职消防队队员' })
    .first()
    .getAttribute('value')
  await page.getByLabel('包干的人', { exact: true }).selectOption(own)
  await page.getByLabel('桥头社区', { exact: true }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: '分派' }).click()
  await expect(page.locator('tr', { hasText: '桥头社区' })).not.toContainText('没有人')

  const phone = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 390, height: 844 } })
  const member = await phone.newPage()
  await signIn(member, site, guide)
  await member.goto(`${site.url}/me`)
  await member.getByRole('link', { name: /个社区（村），去看或记一次提示/ }).click()
  await member.getByRole('textbox', { name: '标题' }).fill('清明防火提示')
  await expectAccessible(member)
  await member.getByRole('button', { name: '记下来' }).click()
  await expect(member.locator('main')).toContainText('已记下。')
  await phone.close()

  await page.goto(`${site.url}/street/responsibility/slices`)
  await expect(page.locator('tr', { hasText: '湖滨社区' })).toContainText('清明防火提示')
  await expect(page.locator('tr', { hasText: '湖滨社区' })).toContainText('今天')
})
