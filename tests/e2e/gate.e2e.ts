import { expect, expectAccessible, phones, signIn, testAlone as test } from './journey'

test('who keeps a gate asks by name and by job, takes the list into the basement, and the welder sees who asked', async ({
  page,
  browser,
  context,
  site,
}) => {
  await signIn(page, site, phones.manager)
  await page.goto(`${site.url}/unit`)
  const unit = page.url()
  await page.goto(`${unit}/people`)
  const name = (await page.locator('main tbody tr').first().locator('td').first().locator('a').innerText()).trim()

  // By name, for the post and then for a job.
  await page.goto(`${site.url}/gate`)
  await page.locator('[name=card]').fill(name)
  await page.getByRole('button', { name: '问', exact: true }).click()
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await expect(page.locator('main')).toContainText(name)
  await page.getByText('其他作业').click()
  await page.getByRole('link', { name: '电工作业' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('不可以')
  await expect(page.locator('main')).toContainText('没有登记这种证')
  await expect(page.locator('main')).toContainText('这次查询已经留下记录')
  await expectAccessible(page)

  // The unit reads the log; a site's system gets a token that is shown once.
  await page.goto(`${unit}/gate`)
  await expect(page.locator('main')).toContainText('电工作业')
  await page.locator('[name=name]').fill('西门闸机')
  await page.getByRole('button', { name: '发一个口令' }).click()
  const made = (await page.locator('[role=status] p.font-mono').innerText()).trim()
  expect(made).toMatch(/^[0-9A-Z]{26}$/)

  // A welder shows his card; the site's system asks about it; he sees both.
  const welder = await browser.newContext()
  const hers = await welder.newPage()
  await signIn(hers, site, phones.welder)
  await hers.goto(`${site.url}/me`)
  await hers.goto(new URL((await hers.locator('a[href^="/cards/"]').first().getAttribute('href')) ?? '', site.url).href)
  const card = ((await hers.locator('main').innerText()).match(/([0-9A-Z]{4} ){6}[0-9A-Z]{2}/)?.[0] ?? '').replaceAll(' ', '')
  const asked = await page.request.get(`${site.url}/gate/answer?card=${card}&job=hot-work-pressure`, {
    headers: { Authorization: `Bearer ${made}` },
  })
  expect(await asked.json()).toMatchObject({ may: false, state: 'missing', job: 'hot-work-pressure' })
  await page.goto(`${site.url}/G/${card}?job=hot-work-general`)
  await hers.goto(`${site.url}/me/gate`)
  await expect(hers.locator('main')).toContainText('系统：西门闸机')
  await expect(hers.locator('main tbody tr')).toHaveCount(2)
  await page.goto(`${unit}/gate`)
  await page.getByRole('button', { name: '停用“西门闸机”的口令' }).click()
  expect((await page.request.get(`${site.url}/gate/answer?card=${card}`, { headers: { Authorization: `Bearer ${made}` } })).status()).toBe(
    401,
  )
  await welder.close()

  // The day's list opens without network once it was opened with it. It is over at the phone's own midnight, so the site goes by
  // the phone's clock.
  site.setClock(new Date().toISOString())
  await signIn(page, site, phones.manager)
  await page.goto(`${site.url}/gate/list`)
  await expect(page.locator('[data-offline-line]')).toContainText('没有网络时，这部手机也能打开本页')
  await page.locator('#find').fill(name)
  await expect(page.locator('main li[data-filter-text]:visible')).toHaveCount(1)
  await context.setOffline(true)
  await page.goto(`${site.url}/gate/list`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('个可以上岗')
  await expect(page.locator('main')).toContainText(name)
  await context.setOffline(false)
})
