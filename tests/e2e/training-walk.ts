import type { Locator, Page } from '@playwright/test'
import { test as base, expect, signIn } from './journey'
import { morning, type Running, startServer } from './server'

type Yard = Running & { next: () => string }
const dayFrom = (instant: string, days: number): string => new Date(Date.parse(instant) + days * 86_400_000).toISOString()

/** A street of its own for all trainings of a file; each begins two days after the one before, `today` in the morning. */
export const test = base.extend<{ site: Running; today: string }, { yard: Yard }>({
  yard: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
    async ({}, use) => {
      const running = await startServer('sample')
      let passed = 0
      const next = () => {
        const now = dayFrom(morning, 2 * passed)
        passed += 1
        running.setClock(now)
        return now.slice(0, 10)
      }
      await use({ ...running, next })
      await running.stop()
    },
    { scope: 'worker' },
  ],
  site: async ({ yard }, use) => use(yard),
  today: async ({ yard }, use) => use(yard.next()),
})

const goesTo = async (page: Page, link: Locator) => page.goto(new URL((await link.first().getAttribute('href')) ?? '', page.url()).href)
export const head = (page: Page) => page.getByRole('heading', { level: 1 })

/** One line of a list of who is to come: a person with his unit beneath, or a unit. */
export type OnList = { name: string; beneath: string }

/** This year's programme of a kind, its list drawn and frozen. Ends on the programme's page. */
export async function freezesProgramme(page: Page, site: Running, kind: string, place: string): Promise<{ home: string; list: OnList[] }> {
  await page.goto(`${site.url}/street/classes`)
  await page.getByRole('link', { name: '新建培训计划' }).click()
  await page.getByRole('link', { name: kind, exact: true }).click()
  await page.getByLabel('由哪里办').selectOption({ label: place })
  await page.getByRole('button', { name: '建计划' }).click()
  await expect(page.locator('main')).toContainText('计划建好了')
  const home = page.url().split('?')[0] ?? ''
  await page.getByRole('link', { name: '抽取应训名单' }).click()
  await page.getByRole('button', { name: '抽取名单' }).click()
  const lines = page.locator('main ol > li')
  await expect(lines.first()).toBeVisible()
  await page.waitForLoadState()
  const list = await lines.evaluateAll((all) =>
    all.map((line) => {
      const [name, beneath] = [...line.querySelectorAll('p')].map((one) => one.textContent ?? '')
      return { name: name ?? '', beneath: beneath ?? '' }
    }),
  )
  await page.getByRole('button', { name: '冻结名单' }).click()
  await expect(page.locator('main')).toContainText('冻结')
  await page.goto(home)
  return { home, list }
}

/** A class of the programme tomorrow at its usual times in one classroom, everybody on the list asked. Ends on the page of the class. */
export async function plansClass(page: Page, home: string, today: string, place: string): Promise<string> {
  await page.goto(home)
  await page.getByRole('link', { name: '开一个班' }).click()
  await page.locator('[name=room0]').waitFor()
  for (const day of await page.locator('main input[type=date]').all()) await day.fill(dayFrom(today, 1).slice(0, 10))
  await page.locator('[name=room0]').fill('主课堂')
  await page.locator('[name=place0]').fill(place)
  await page.locator('[name=seats0]').fill('60')
  await page.locator('[name=organiser0]').fill((await page.locator('#organisers option').first().getAttribute('value')) ?? '')
  await page.getByRole('button', { name: '保存这一期' }).click()
  await expect(page.locator('main')).toContainText('已经保存。')
  await page.getByRole('button', { name: /^全部邀请/ }).click()
  await expect(page.locator('main')).toContainText('邀请已经发出。')
  return page.url().split('?')[0] ?? ''
}

/** Somebody rang up: the leader of the class answers for a line of the list that it comes; of a unit's people the first who may. */
export async function answersFor(page: Page, course: string, { name }: OnList): Promise<void> {
  await page.goto(`${course}?name=${encodeURIComponent(name)}`)
  await goesTo(page, page.locator('main tr', { hasText: name }).getByRole('link', { name: '查看、代为答复' }))
  await page.locator('[name=kind][value=comes]').check()
  const who = page.locator('[name=person]')
  if ((await who.inputValue()) === '') await who.selectOption({ index: 1 })
  await page.getByRole('button', { name: '提交答复' }).click()
  await expect(page.locator('main')).toContainText('答复已经记下')
}

/**
 * The evening of the class: its leader signs in anew, the signature sheets of all parts are entered, everybody was there and passed, and the
 * class is closed.
 */
export async function closesFromPaper(page: Page, site: Running, course: string, today: string, leader: string): Promise<void> {
  site.setClock(`${dayFrom(today, 1).slice(0, 10)}T10:30:00.000Z`)
  await signIn(page, site, leader)
  await page.goto(course)
  await page.getByRole('link', { name: '录入纸质签到' }).click()
  const parts = await page.locator('[name=part] option').evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''))
  for (const part of new Set(parts)) {
    await page.goto(`${course}/paper?part=${part}`)
    await page.locator('[name=rest]').selectOption('present')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.locator('main')).toContainText('记下了')
  }
  await page.getByRole('link', { name: '去办结' }).click()
  await expect(page.locator('main')).toContainText('可以办结。')
  await page.getByRole('button', { name: '办结' }).click()
  await expect(page.locator('main')).toContainText('已经办结。')
}

/** The line of a duty on the page on which the supervisor sees what somebody, or (person left out) a unit owes. */
export async function dutyLine(page: Page, site: Running, unit: string, duty: string, person?: string): Promise<Locator> {
  await page.goto(`${site.url}/street?name=${encodeURIComponent(unit)}`)
  await goesTo(page, page.getByRole('link', { name: unit, exact: true }))
  if (person === undefined) await goesTo(page, page.locator('main a[href$="/duties"]'))
  else {
    await page.goto(`${page.url().split('?')[0]}?name=${encodeURIComponent(person)}`)
    await goesTo(page, page.locator('main a[href*="/people/"]', { hasText: person }))
  }
  return page.locator('main li', { hasText: duty }).first()
}

/** How a line of the list stands on the page that answers whether all are covered. */
export async function coverageLine(page: Page, home: string, { name }: OnList): Promise<Locator> {
  await page.goto(`${home}/coverage?name=${encodeURIComponent(name)}`)
  return page.locator('main tr', { hasText: name }).first()
}

/** The first on a list at a unit, or the unit itself. */
export function onList(list: readonly OnList[], unit: string): OnList {
  const found = list.find(({ name, beneath }) => name === unit || beneath.split(' · ')[0]?.endsWith(unit))
  if (found === undefined) throw new Error(`nobody of ${unit} is on the list`)
  return found
}

/** A contest with its announced results, in the register of the street. Ends on the register. */
export async function registersContest(
  page: Page,
  site: Running,
  { name, kind, today, results }: { name: string; kind: string; today: string; results: string },
): Promise<void> {
  await page.goto(`${site.url}/street/contests`)
  await page.getByRole('link', { name: '登记一场竞赛' }).click()
  await page.getByLabel('属于哪个地方').selectOption({ label: '东湖街道' })
  await page.getByLabel('竞赛名称').fill(name)
  await page.getByLabel('哪天').fill(dayFrom(today, 1).slice(0, 10))
  await page.getByLabel('种类').selectOption({ label: kind })
  await page.getByLabel('级别').selectOption({ label: '街道（乡镇）级' })
  await page.getByLabel('主办单位').fill('东湖街道办事处')
  await page.locator('[name=results]').fill(results)
  await page.getByRole('button', { name: '登记一场竞赛' }).click()
  await expect(page.locator('main')).toContainText('已登记。')
}

export { expect }
