import { expect, expectAccessible, phones, signIn, testAlone as test, viewAs } from './journey'
import { count, fillPaper } from './learner'

test('an employee takes the refresher of the half-year: three lessons, a case, ten questions, and is done until July', async ({
  page,
  site,
}) => {
  test.setTimeout(180_000)
  await signIn(page, site, phones.employee)
  await page.goto(`${site.url}/me`)
  const card = page.locator('section[aria-labelledby=refresher]')
  await expect(card).toContainText('三课一案十题')
  await expect(card).toContainText('最迟2026年6月30日做完')
  await expectAccessible(page)

  // The course that is passed points to the refresher and offers no paper.
  await page.goto(`${site.url}/courses/pre-job/paper`)
  await expect(page.getByRole('button', { name: '再考一次' })).toHaveCount(0)
  await expect(page.locator('main')).toContainText('定期培训不用把整门课重学一遍')

  await page.goto(`${site.url}/me`)
  await card.getByRole('button', { name: '开始复训' }).click()
  await page.waitForURL(/\/refreshers\//)
  const round = page.url()
  await expect(page.locator('main')).toContainText('还差 4 样没看')
  await expect(page.locator('main')).toContainText('这一课的题你答错了')
  await expect(page.getByRole('button', { name: /开始考/ })).toHaveCount(0)
  await expectAccessible(page)

  for (let nth = 0; nth < 3; nth += 1) {
    await page.locator('main ol a').nth(nth).click()
    await page.waitForURL(/\/lessons\//)
    await page.getByRole('link', { name: '看完了，回到复训' }).click()
    await page.waitForURL(round)
  }
  await expect(page.locator('main')).toContainText('还差 1 样没看')
  await page.getByRole('link', { name: '看案例' }).click()
  await expect(page.getByRole('heading', { name: '你的岗位怎么做' })).toBeVisible()
  await expectAccessible(page)
  await viewAs(page, site, 'en', 'dark')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'What your post does' })).toBeVisible()
  await expectAccessible(page)
  await viewAs(page, site, 'zh', 'light')
  await page.reload()
  await page.getByRole('link', { name: '看完了，回到复训' }).click()

  await page.getByRole('button', { name: '开始考 10 题' }).click()
  await page.waitForURL(/\/papers\//)
  expect(await fillPaper(page)).toBe(10)
  await page.getByRole('button', { name: '交卷' }).click()
  await page.waitForURL(/\/result/)
  await expect(page.locator('main')).toContainText('算在2026年1月1日到2026年6月30日这一期')
  expect(
    count(site, `SELECT count(*) FROM "EvidenceEntry" WHERE "topic" = 'refresher' AND "kind" = 'course' AND "on" = '2026-03-10'`),
  ).toBe(1)

  await page.goto(`${site.url}/me`)
  await expect(card).toContainText('下一次从2026年7月1日起')
  await expect(card.getByRole('button')).toHaveCount(0)
  site.setClock('2026-07-01T01:00:00.000Z')
  await signIn(page, site, phones.employee)
  await page.goto(`${site.url}/me`)
  await card.getByRole('button', { name: '开始复训' }).click()
  await page.waitForURL(/\/refreshers\//)
  expect(page.url()).not.toBe(round)
})
