import Database from 'better-sqlite3'
import { test as base, expect, signIn } from './journey'
import { fillPaper, preJob, takeLesson } from './learner'
import { type Running, startServer } from './server'

const test = base.extend<{ county: Running }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
  county: async ({}, use) => {
    const county = await startServer('live')
    await use(county)
    await county.stop()
  },
})

/** A live server keeps the true time, and the film lasts 108 seconds: here it is noted as seen, and the lesson's last answer completes it. */
function noteFilmAsSeen(county: Running, name: string) {
  const database = new Database(`${county.data}/mingbai.db`)
  const written = database
    .prepare(
      `INSERT INTO "VideoWatch" ("personId", "video", "intervals", "position", "openedAt", "beatAt", "credit", "seenAt")
       SELECT "id", 'first-three-minutes', '[[0,108]]', 108, "createdAt", "createdAt", 0, "createdAt" FROM "Person" WHERE "name" = ?`,
    )
    .run(name)
  database.close()
  expect(written.changes).toBe(1)
}

const manager = { name: '王建国', phone: '13900000002', password: 'four plain quiet words' }
const newcomer = { name: '周小梅', phone: '13900000003' }
const unitName = '青禾县望河楼饭店'

test('from an empty installation to the first person cleared for duty, all in the browser', async ({ page, browser, county }) => {
  test.setTimeout(180_000)
  const url = county.url

  // The first administrator takes the one-time code from the server's output.
  const code = /oneTimeCode\W+((?:[2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4})/.exec(county.output())?.[1] ?? ''
  expect(code, county.output()).not.toBe('')
  await page.goto(`${url}/setup`)
  await page.locator('[name=code]').fill('2222-2222-2222')
  await page.locator('[name=name]').fill('林海燕')
  await page.locator('[name=phone]').fill('13900000001')
  await page.locator('[name=password]').fill('a long pass phrase')
  await page.getByRole('button', { name: '开始管理' }).click()
  await expect(page.locator('main')).toContainText('一次性码不对')
  await expect(page.locator('[name=name]')).toHaveValue('林海燕')
  await page.locator('[name=code]').fill(code.toLowerCase())
  await page.locator('[name=password]').fill('a long pass phrase')
  await page.getByRole('button', { name: '开始管理' }).click()
  await page.waitForURL(/\/admin\/places/)
  expect((await page.request.get(`${url}/setup`)).status()).toBe(404)

  // County, street, community, unit with its traits.
  await page.locator('[name=name]').fill('青禾县')
  await page.getByRole('button', { name: '建立' }).click()
  await page.locator('[name=kind]').selectOption('street')
  await page.locator('[name=name]').fill('城关街道')
  await page.getByRole('button', { name: '新增地点' }).click()
  await page.getByRole('link', { name: '在城关街道下面加下级' }).click()
  await page.locator('[name=kind]').selectOption('community')
  await page.locator('[name=name]').fill('望河社区')
  await page.getByRole('button', { name: '新增地点' }).click()
  await expect(page.locator('main')).toContainText('望河社区')
  await page.goto(`${url}/admin/units/new`)
  await page.locator('[name=name]').fill(unitName)
  await page.locator('[name=placeId]').selectOption({ label: '　　望河社区' })
  await page.locator('[name=sector]').selectOption({ index: 1 })
  await page.locator('[name=traits][value=restaurant]').check()
  await page.getByRole('button', { name: '新增单位' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(unitName)
  await expect(page.locator('main')).toContainText('下一步：任命管理人')

  // A person nobody knew becomes its manager and gets a one-time slip, shown once.
  await page.getByRole('link', { name: '加一个人并任命' }).click()
  await page.locator('[name=name]').fill(manager.name)
  await page.locator('[name=phone]').fill(manager.phone)
  await page.getByRole('button', { name: '加入并任命' }).click()
  await expect(page.locator('main')).toContainText('只显示这一次')
  const letters = /[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){2,}/.exec(await page.locator('main').innerText())?.[0] ?? ''
  await page.getByRole('button', { name: '退出' }).click()

  // The manager comes in by the slip once, sets a password, and prints the join code.
  await page.goto(`${url}/sign-in/slip`)
  await page.locator('[name=letters]').fill(letters.toLowerCase())
  await page.locator('main form button').click()
  await page.waitForURL(/\/password/)
  await page.locator('[name=password]').fill(manager.password)
  await page.locator('[name=passwordAgain]').fill(manager.password)
  await page.locator('main form button').click()
  await page.waitForURL(/\/account/)
  await page.goto(`${url}/unit`)
  const unit = page.url()
  await page.goto(`${unit}/join-code`)
  const joinCode = /\/U\/([2-9A-HJKMNP-Z]+)/i.exec(await page.locator('main').innerText())?.[1] ?? ''
  const usedSlip = await browser.newPage()
  await usedSlip.goto(`${url}/sign-in/slip`)
  await usedSlip.locator('[name=letters]').fill(letters)
  await usedSlip.locator('main form button').click()
  await expect(usedSlip).toHaveURL(/\/sign-in\/slip/)
  await usedSlip.close()

  // A new employee, scripts off, scans the poster, joins, learns at once and passes before anybody confirmed him.
  const phone = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN', viewport: { width: 390, height: 844 } })
  const hers = await phone.newPage()
  await hers.goto(`${url}/u/${joinCode.toLowerCase()}`)
  await expect(hers.locator('main')).toContainText(unitName)
  await hers.locator('[name=name]').fill(newcomer.name)
  await hers.locator('[name=phone]').fill(newcomer.phone)
  await hers.locator('[name=position]').selectOption('employee')
  await hers.getByRole('button', { name: '登记，开始学习' }).click()
  await hers.waitForURL(/\/me/)
  await expect(hers.locator('main')).toContainText('不得上岗')
  noteFilmAsSeen(county, newcomer.name)
  for (const lesson of preJob.lessons) await takeLesson(hers, county, lesson)
  await hers.goto(`${url}/me`)
  await hers.getByRole('link', { name: '去考试' }).click()
  await hers.getByRole('button', { name: '开始考试' }).click()
  await hers.waitForURL(/\/papers\//)
  expect(await fillPaper(hers)).toBe(preJob.paper.questions)
  await hers.getByRole('button', { name: '交卷' }).click()
  await expect(hers.locator('main')).toContainText('合格，100 分')
  await expect(hers.locator('main')).toContainText('等单位确认')
  await hers.goto(`${url}/me`)
  await expect(hers.locator('main')).toContainText('不得上岗')
  await expect(hers.locator('main')).toContainText('上岗前的培训已合格，等单位确认')

  // The manager confirms her with one tap.
  await page.goto(`${unit}/joins`)
  await expect(page.locator('main')).toContainText('139****0003')
  await page.getByRole('button', { name: `确认 ${newcomer.name}` }).click()
  await expect(page.locator('main')).toContainText('已确认，岗位已生效')
  await expect(page.locator('main')).toContainText('没有人在等')

  // She may work; certificate and card answer whoever asks.
  await hers.reload()
  await expect(hers.getByRole('heading', { level: 1 })).toHaveText('可以上岗')
  await hers.getByRole('link', { name: '出示我的明白卡' }).click()
  const card = /(?:[2-9A-Z]{4} ){6}[2-9A-Z]{2}/.exec(await hers.locator('main').innerText())?.[0].replaceAll(' ', '') ?? ''
  await hers.locator('a[href^="/certificates/"]').first().click()
  await expect(hers.locator('main')).toContainText('今日有效')
  const check = await hers.getByRole('link', { name: '别人扫码看到的样子' }).getAttribute('href')
  const stranger = await browser.newPage()
  await stranger.goto(`${url}/G/${card}`)
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('可以上岗')
  await stranger.goto(new URL(check ?? '', url).href.replace(/^https?:\/\/[^/]+/, url))
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('今日有效')
  await expect(stranger.locator('main')).not.toContainText(newcomer.name)

  // The unit's list is clean but for the manager himself, who has not learned yet.
  await page.goto(unit)
  await expect(page.locator('main')).toContainText('今天在岗 2 人：1 人可以上岗，1 人不得上岗')
  await page.getByRole('button', { name: '退出' }).click()

  // The administrator reads in the log who did what.
  await signIn(page, county, '13900000001', 'a long pass phrase')
  await page.goto(`${url}/admin/audit`)
  const log = await page.locator('main').innerText()
  for (const act of ['成为首任管理员', '新增地点', '新增单位', '加人并任命管理人', '确认入职登记', '签发培训合格证明'])
    expect(log, act).toContain(act)
  for (const name of ['林海燕', manager.name, newcomer.name, unitName]) expect(log).toContain(name)
  expect(log).not.toMatch(/\b[a-z]+\.[a-z]+[A-Z]\w+\b/)
  await phone.close()
  await stranger.close()
})
