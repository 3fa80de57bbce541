import type { BrowserContext, Page } from '@playwright/test'
import { board, expect, expectAccessible, kept, phoneWith, waits } from './drill-phone'
import { testAlone as alone, phones, signIn, viewAs } from './journey'
import { bankOf, fillPaper } from './learner'
import { freezesList, makesProgramme, opensInvitation, plansClass, rangUp, units } from './party-school'
import { phone } from './phone'
import { coverageLine, dutyLine, head } from './training-walk'

type Clock = { now: () => Date; to: (time: string) => void }

/** The server's clock goes on as phones' clocks do, and can be put forward within the day. */
const test = alone.extend<{ clock: Clock }>({
  clock: async ({ site }, use) => {
    let [from, began] = [0, 0]
    const now = () => new Date(from + Date.now() - began)
    const to = (time: string) => {
      from = Date.parse(`2026-03-10T${time}:00+08:00`)
      began = Date.now()
      site.setClock(now().toISOString())
    }
    to('09:00')
    const timer = setInterval(() => site.setClock(now().toISOString()), 200)
    await use({ now, to })
    clearInterval(timer)
  },
})

const [president, brigade] = ['13800000010', '13800000011']
const duty = '2026年党校集中培训'
const onList = (name: string) => ({ name, beneath: '' })

async function newPhone(contexts: BrowserContext[], open: () => Promise<BrowserContext>): Promise<Page> {
  const context = await open()
  contexts.push(context)
  return context.newPage()
}

test('a street runs the year’s party school: the list, the class in two rooms, the test on phones, and by name who is covered', async ({
  page,
  browser,
  site,
  line,
  clock,
}) => {
  test.setTimeout(240_000)
  const contexts: BrowserContext[] = []
  const phoneOf = () => newPhone(contexts, () => browser.newContext(phone))
  await signIn(page, site, phones.supervisor)
  const home = await makesProgramme(page, site)
  await freezesList(page)
  await expect(await dutyLine(page, site, units.hospital, duty)).toContainText('待完成')
  const course = await plansClass(page, home)

  // One comes himself, one sends a deputy, one cannot come, two ring up, and one says nothing.
  const his = await phoneOf()
  await signIn(his, site, president)
  await opensInvitation(his, site)
  await expectAccessible(his)
  await his.getByLabel('责任人本人参加').check()
  await his.getByRole('button', { name: '提交答复' }).click()
  await expect(his.locator('main')).toContainText('有座位：主课堂')
  const deputy = await phoneOf()
  await signIn(deputy, site, phones.manager)
  await opensInvitation(deputy, site)
  await deputy.getByLabel('委托代理人参加').check()
  await deputy.getByLabel('代理人', { exact: true }).selectOption({ label: '彭平' })
  await deputy.getByRole('button', { name: '提交答复' }).click()
  await expect(deputy.locator('main')).toContainText('代理人参加 · 彭平 · 主课堂')
  await rangUp(page, course, units.clinic)
  await page.getByLabel('不能来').check()
  await page.getByLabel('原因', { exact: true }).fill('当天省里来医院检查')
  await page.getByRole('button', { name: '提交答复' }).click()
  for (const [unit, room] of [
    [units.inn, 0],
    [units.lodge, 1],
  ] as const) {
    await rangUp(page, course, unit)
    await page.getByLabel('责任人本人参加').check()
    await page.getByLabel('去哪个课堂').selectOption({ index: room })
    await page.getByRole('button', { name: '提交答复' }).click()
    await expect(page.locator('main')).toContainText('答复已经记下')
  }
  await page.goto(course)
  await expect(page.locator('main')).toContainText('已邀请 6：参加 3，代理人参加 1，候补 0，不能来 1，没有答复 1')
  await expectAccessible(page)

  // The morning: the code on the screen for whoever has a phone, a tick for the others; the branch has no network for a while.
  clock.to('09:35')
  await phoneWith(page.context(), clock.now())
  await signIn(page, site, phones.supervisor)
  await page.goto(course)
  await page.getByRole('link', { name: '签到' }).first().click()
  await page.getByRole('button', { name: '排出名单，开始点名' }).click()
  await kept(page)
  await expect(board(page, 'missing-count')).toContainText('还差 4 人')
  const branch = await phoneOf()
  await phoneWith(branch.context(), clock.now())
  await signIn(branch, { url: line.url }, brigade)
  await branch.goto(`${course.replace(site.url, line.url)}/parts/morning`)
  await kept(branch)
  await expect(board(branch, 'sync')).toContainText('同步于')
  await expectAccessible(branch)
  line.set('cut')
  await branch.locator('[data-missing] li', { hasText: '曾雪梅' }).getByRole('button', { name: '到了' }).click()
  await waits(branch, 1)
  await board(page, 'code-box').locator('summary').click()
  await expect(board(page, 'code-picture').locator('svg')).toBeVisible()
  await his.goto(`${site.url}/K/${(await board(page, 'code-text').innerText()).replace(/\s/g, '')}`)
  await his.goto(`${site.url}/K/arrival`)
  await his.locator('main form button').first().click()
  await expect(his.locator('main')).toContainText('这一节已经记下你到了')
  await expect(board(page, 'missing-count')).toContainText('还差 3 人')
  await page.locator('[data-missing] li', { hasText: '彭平' }).getByRole('button', { name: '到了' }).click()
  await expect(board(page, 'missing-count')).toContainText('还差 2 人')
  line.set('whole')
  await waits(branch, 0)
  await expect(board(page, 'missing-count')).toContainText('还差 1 人')

  // At the door stands an operator of the inn instead of its responsible person.
  await page.getByRole('link', { name: '当场补人' }).click()
  await page.getByLabel('单位', { exact: true }).selectOption({ label: units.inn })
  await page.getByRole('button', { name: '下一步' }).click()
  await expectAccessible(page)
  const stands = page.getByLabel('姓名', { exact: true })
  const found = stands.locator('option', { hasText: '消控室值班员' }).first()
  const comer = (await found.innerText()).split(' · ')[0] ?? ''
  await stands.selectOption((await found.getAttribute('value')) ?? '')
  await page.getByRole('button', { name: '补上' }).click()
  await expect(page.locator('main')).toContainText('由代理人参训')
  await page.locator('[data-missing] li', { hasText: comer }).getByRole('button', { name: '到了' }).click()
  await expect(board(page, 'missing-count')).toContainText('还差 1 人')
  await expect(board(page, 'pending')).toContainText('没有待传')
  await viewAs(page, site, 'en', 'dark')
  await page.reload()
  await expectAccessible(page)
  await viewAs(page, site, 'zh', 'light')

  // The test: chosen from the bank, opened by a code in the room, sat on a phone, collected.
  clock.to('11:02')
  await signIn(page, site, phones.supervisor)
  await page.goto(course)
  await page.getByRole('link', { name: '选试卷' }).click()
  await page.getByLabel('抽几道题').fill('5')
  await page.getByRole('button', { name: '保存试卷' }).click()
  await expect(page.locator('main')).toContainText('试卷已经改好')
  await expectAccessible(page)
  await page.getByRole('button', { name: '打开测试' }).click()
  await page.getByRole('link', { name: '在大屏上显示码' }).click()
  const code = (await page.locator('main p.font-mono').innerText()).replace(/\s/g, '')
  await his.goto(`${site.url}/me/classes`)
  await expectAccessible(his)
  await his.getByRole('link', { name: '做随堂测试（输入教室里的码）' }).click()
  await his.getByLabel('教室里的码').fill(code.toLowerCase())
  await his.getByRole('button', { name: '下一步' }).click()
  await expectAccessible(his)
  await his.getByRole('button', { name: '开始答题' }).click()
  await his.waitForURL(/\/classes\/papers\//)
  expect(await fillPaper(his, 0, bankOf('responsible-person'))).toBe(5)
  await his.getByRole('button', { name: '交卷' }).click()
  await expect(head(his)).toContainText('合格，100 分')
  await expectAccessible(his)
  await his.getByRole('link', { name: '给这次培训提点意见（不记名）' }).click()
  await his.getByLabel('正好').check()
  await his.getByLabel('哪些讲清楚了、用得上').fill('夜里值班怎么安排')
  await expectAccessible(his)
  await his.getByRole('button', { name: '提交意见' }).click()
  await expect(his.locator('main')).toContainText('意见收到了，谢谢')
  await page.getByRole('link', { name: '回到测试' }).click()
  await page.getByLabel('各个教室都问过了，可以收卷').check()
  await page.getByRole('button', { name: '现在收卷' }).click()
  await expect(page.locator('main')).toContainText('测试已经收卷')

  // The class is over: the rest comes from the sheets, and it is closed.
  clock.to('11:35')
  await signIn(page, site, phones.supervisor)
  for (const [part, room, rest] of [
    ['afternoon', 0, 'present'],
    ['afternoon', 1, 'present'],
    ['test', 1, 'failed'],
  ] as const) {
    await page.goto(`${course}/paper?part=${part}`)
    await page.locator('[name=room]').first().selectOption({ index: room })
    await page.getByRole('button', { name: '打开' }).click()
    await page.locator('select[name=rest]').selectOption(rest)
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.locator('main')).toContainText('记下了')
  }
  await page.goto(`${course}/paper?part=test`)
  for (const name of ['彭平', comer]) await page.getByLabel(name).selectOption('present')
  await expectAccessible(page)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('link', { name: '去办结' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: '办结' }).click()
  await expect(page.locator('main')).toContainText('已经办结。')
  await expectAccessible(page)

  // Is it full coverage? By name.
  await page.goto(`${home}/coverage`)
  await expect(head(page)).toHaveText('名单上 6 个，已覆盖 3 个，还差 3 个')
  await expectAccessible(page)
  await expect(await coverageLine(page, home, onList(units.hospital))).toContainText('彭志强本人参训')
  await expect(await coverageLine(page, home, onList(units.hotel))).toContainText('由代理人彭平参训')
  await expect(await coverageLine(page, home, onList(units.inn))).toContainText(`由代理人${comer}参训`)
  await expect(await coverageLine(page, home, onList(units.clinic))).toContainText('不能来：当天省里来医院检查')
  await expect(await coverageLine(page, home, onList(units.lodge))).toContainText('只完成：上午、下午')
  await expect(await coverageLine(page, home, onList(units.empty))).toContainText('没有答复')
  await expect(await dutyLine(page, site, units.hospital, duty)).toContainText('已完成')
  await expect(await dutyLine(page, site, units.empty, duty)).toContainText('待完成')

  // A result was entered wrongly: opened again, not without a reason, mended and closed anew.
  await page.goto(`${course}/close`)
  await page.getByLabel('为什么要重新打开').fill('错')
  await page
    .locator('main form')
    .first()
    .evaluate((form) => form.setAttribute('novalidate', ''))
  await page.getByRole('button', { name: '重新打开' }).click()
  await expect(page.locator('main')).toContainText('请写明为什么要重新打开')
  await page.getByLabel('为什么要重新打开').fill('曾雪梅的测试结果抄错了')
  await page.getByRole('button', { name: '重新打开' }).click()
  await expect(page.locator('main')).toContainText('已经重新打开')
  await page.goto(`${course}/paper?part=test`)
  await page.locator('[name=room]').first().selectOption({ index: 1 })
  await page.getByRole('button', { name: '打开' }).click()
  await page.getByLabel('曾雪梅').selectOption('present')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('link', { name: '去办结' }).click()
  await page.getByRole('button', { name: '重新办结' }).click()
  await expect(page.locator('main')).toContainText('第2版')
  await expect(await coverageLine(page, home, onList(units.lodge))).toContainText('曾雪梅本人参训')
  await page.goto(`${home}/coverage`)
  await page.getByRole('link', { name: '办补课' }).click()
  await expect(page.locator('main')).toContainText('名单上还缺的 2 个，保存后立即发出邀请')
  for (const context of contexts) await context.close()
})
