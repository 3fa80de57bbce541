import { expect, phones, signIn, testAlone as test } from './journey'

const idNumber = '11010519491231002X'

test('a unit manager sees who may not work and why, adds a person, hands out a slip, and ends a post', async ({ page, browser, site }) => {
  test.setTimeout(120_000)
  const newcomer = await browser.newPage()
  await signIn(newcomer, site, phones.newcomer)
  const name = (await newcomer.locator('header a[href="/account"]').innerText()).trim()
  await newcomer.close()

  await signIn(page, site, phones.manager)
  await page.goto(`${site.url}/unit`)
  const unit = page.url()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('今天在岗的人都可以上岗')

  // The newcomer begins tomorrow and is listed, with the reason to be opened.
  const row = page.locator('main li').filter({ has: page.getByRole('link', { name, exact: true }) })
  await expect(row).toContainText('明天到岗')
  await row.getByText('为什么').first().click()
  await expect(row).toContainText('依据')
  await expect(row).toContainText('61号令 第三十六条')

  // A person without a phone, by ID number; its middle is never shown again.
  const add = async (person: { name: string; idNumber?: string; phone?: string }) => {
    await page.goto(`${unit}/people/new`)
    await page.locator('[name=name]').fill(person.name)
    await page.locator('[name=position]').selectOption('employee')
    await page.locator('[name=idNumber]').fill(person.idNumber ?? '')
    await page.locator('[name=phone]').fill(person.phone ?? '')
    await page.getByRole('button', { name: '添加', exact: true }).click()
  }
  await add({ name: '孙大勇', idNumber: '110105194912310021' })
  await expect(page.locator('main')).toContainText('身份证号不对')
  await expect(page.locator('[name=name]')).toHaveValue('孙大勇')
  await page.locator('[name=idNumber]').fill(idNumber.toLowerCase())
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await expect(page.locator('main')).toContainText('已添加')
  const person = new URL(page.url()).pathname
  await expect(page.locator('main')).toContainText('1101************2X')
  expect(await page.content()).not.toContain(idNumber)

  // The same number again can only be the same person; the same name may be another.
  await add({ name: '孙大永', idNumber })
  await expect(page.locator('main')).toContainText('身份证号相同')
  await expect(page.getByRole('button', { name: /是另一个人/ })).toHaveCount(0)
  await add({ name: '孙大勇' })
  await expect(page.locator('main')).toContainText('本单位有同名的人')
  await page.getByRole('button', { name: '是同一个人：孙大勇' }).click()
  await page.waitForURL((url) => url.pathname === person)

  // He began today and has not learned: the unit's answer changes at once.
  await page.goto(unit)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('今天 1 人不得上岗')
  await page.getByRole('link', { name: '孙大勇' }).click()

  // His one-time slip lets him in once; he sets a password and later signs in by staff number.
  await page.getByRole('link', { name: '发一次性登录条' }).click()
  await page.getByRole('button', { name: '生成登录条' }).click()
  await expect(page.locator('main')).toContainText('编码只显示这一次')
  const paper = await page.locator('main section').first().innerText()
  const letters = /[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){2,}/.exec(paper)?.[0] ?? ''
  const staffNumber = /以后的登录名\s+(\S+)/.exec(paper)?.[1] ?? ''
  const phone = await browser.newContext({ locale: 'zh-CN' })
  const his = await phone.newPage()
  await his.goto(`${site.url}/sign-in/slip`)
  await his.locator('[name=letters]').fill(letters)
  await his.locator('main form button').click()
  await his.waitForURL(/\/password/)
  await his.locator('[name=password]').fill('my own few words')
  await his.locator('[name=passwordAgain]').fill('my own few words')
  await his.locator('main form button').click()
  await his.getByRole('button', { name: '退出', exact: true }).click()
  await signIn(his, site, staffNumber, 'my own few words')
  await expect(his.locator('main')).toContainText('不得上岗')
  await phone.close()

  // Ending a post leaves today's list alone; he is off it when the day is over.
  await page.goto(site.url + person)
  await page.getByText('结束这个岗位').click()
  await page.getByRole('button', { name: '确认结束岗位' }).click()
  await expect(page.locator('main')).toContainText('最后一天已保存')
  await page.goto(unit)
  await expect(page.locator('main')).toContainText('孙大勇')
  site.setClock('2026-03-10T16:00:30.000Z')
  await page.goto(unit)
  await expect(page.locator('main')).not.toContainText('孙大勇')
})
