import type { Course } from '../../app/content/schema'
import { hires, postsLesson, takesByKeys } from './course-taker'
import { expect, expectAccessible, test as shared, signIn } from './journey'
import { bankOf, count, courses, fillPaper, piecesOf, preJob, watchFilm } from './learner'
import { morning, type Running, startServer } from './server'

/** On a copy of its own, for new people come to the hotel. */
const test = shared.extend<object, { sampleSite: Running }>({
  sampleSite: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
    async ({}, use) => {
      const running = await startServer('sample')
      await use(running)
      await running.stop()
    },
    { scope: 'worker' },
  ],
})

const kindsIn = (lesson: string) => new Set(piecesOf(lesson).map(({ kind }) => kind)).size

/** What anybody may take and no post has to. */
const isForEverybody = ({ id, positions }: Course) => positions.includes('*') && id !== preJob.id

for (const [nth, course] of courses.entries())
  test(`${course.id} is taken to its end on a phone`, async ({ page, site }) => {
    test.setTimeout(process.env.EVERY_PIECE_BY_KEYS ? 900_000 : 240_000)
    const taker = hires(site, course, nth)
    await signIn(page, site, taker.phone)

    // The list of courses leads to it, as one of this post's where the post has to learn it, and it says what it gives.
    await page.goto(`${site.url}/courses`)
    const mine = page.locator('#mine').locator('..').getByRole('link', { name: course.title, exact: true })
    await expect(mine).toHaveCount(isForEverybody(course) ? 0 : 1)
    await page.locator('main').getByRole('link', { name: course.title, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(course.title)
    await expect(page.locator('main')).toContainText(course.clause.of)
    await expectAccessible(page)

    // The lesson with the most kinds of pieces by the keyboard alone, the others by the forms' own posts; in the long run all by keys.
    const byKinds = [...course.lessons].sort((one, other) => kindsIn(other) - kindsIn(one))
    const byKeys = byKinds.slice(0, process.env.EVERY_PIECE_BY_KEYS ? byKinds.length : 1)
    for (const lesson of byKeys) {
      await takesByKeys(page, site, course, lesson)
      await expectAccessible(page)
    }
    for (const lesson of byKinds.slice(byKeys.length)) await postsLesson(page, site, course, lesson, taker.personId)
    if (course.watch.length > 0) await watchFilm(page, site, new Date(morning), course)
    await page.goto(`${site.url}/courses/${course.id}`)
    await page.getByRole('link', { name: '去考试', exact: true }).click()

    await page.getByRole('button', { name: '开始考试' }).click()
    await page.waitForURL(/\/papers\//)
    await expectAccessible(page)
    expect(await fillPaper(page, 0, bankOf(course.bank))).toBe(course.paper.questions)
    await page.locator('button[formaction$="/submit"]').click()
    await page.waitForURL(/\/result/)
    await expect(page.locator('main')).toContainText('100')
    for (const { topic } of course.gives)
      expect(
        count(
          site,
          'SELECT count(*) FROM "EvidenceEntry" WHERE "subjectId" = ? AND "topic" = ? AND "position" = ?',
          taker.personId,
          topic.replaceAll('{position}', taker.position),
          taker.position,
        ),
      ).toBe(1)
    await page.goto(`${site.url}/courses/${course.id}`)
    await expect(page.locator('main')).toContainText('你已经考过，合格')
  })

test('a lesson goes before a room by keys, and by links where scripts are off', async ({ page, browser, site }) => {
  const course = courses.find(({ id }) => id === 'welder')
  if (!course) throw new Error('there is no such course')
  const taker = hires(site, { ...course, id: 'room' }, 90)
  await signIn(page, site, taker.phone)
  const address = `${site.url}/courses/welder/lessons/welder-02-permit/present`
  const count = page.locator('.present-count')
  await page.goto(address)
  await expectAccessible(page)
  for (const [key, shown] of [
    ['ArrowRight', /^2 \//],
    ['Space', /^3 \//],
    ['ArrowLeft', /^2 \//],
    ['End', /^(\d+) \/ \1$/],
    ['Home', /^1 \//],
  ] as const) {
    await page.keyboard.press(key)
    await expect(count).toHaveText(shown)
  }
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/lessons\/welder-02-permit$/)

  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
  const still = await context.newPage()
  await signIn(still, site, taker.phone)
  await still.goto(address)
  const total = Number((await still.locator('.present-count').innerText()).split('/')[1])
  for (let number = 2; number <= total; number += 1) {
    await still.locator('a[data-to=next]').click()
    await expect(still.locator('.present-count')).toHaveText(`${number} / ${total}`)
  }
  await expect(still.locator('a[data-to=next]')).toHaveCount(0)
  await context.close()
})
