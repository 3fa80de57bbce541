import { expect, expectAccessible, phones, signIn, testAlone as test } from './journey'

test.use({ viewport: { width: 390, height: 844 } })

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
