import path from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { expect, expectAccessible, phones, signIn, testAlone as test } from './journey'
import type { Running } from './server'

type Crew = { unitId: string; chief: string; manager: string; guard: string }

/** The people of the welder's factory who have no ready account get the sample's password too. */
function crewOf(site: Running): Crew {
  const database = new Database(path.join(site.data, 'mingbai.db'))
  const { unitId = '', passwordHash = '' } =
    database
      .prepare<[string], { unitId: string; passwordHash: string }>(
        `SELECT p."unitId", a."passwordHash" FROM "Account" a JOIN "Post" p ON p."personId" = a."personId" WHERE a."phone" = ?`,
      )
      .get(phones.welder) ?? {}
  const phoneOf = (position: string): string => {
    const phone = database
      .prepare<[string, string], { phone: string }>(
        `SELECT a."phone" FROM "Account" a JOIN "Post" p ON p."personId" = a."personId" JOIN "Certificate" c ON c."personId" = a."personId"
         WHERE p."unitId" = ? AND p."position" = ? ORDER BY p."id" LIMIT 1`,
      )
      .get(unitId, position)?.phone
    if (phone === undefined) throw new Error(`the factory has no ${position}`)
    database.prepare(`UPDATE "Account" SET "passwordHash" = ? WHERE "phone" = ?`).run(passwordHash, phone)
    return phone
  }
  const crew = { unitId, chief: phoneOf('responsible-person'), manager: phoneOf('hot-work-approver'), guard: phoneOf('hot-work-guard') }
  database.close()
  return crew
}

const next = (page: Page) => page.getByRole('region', { name: /.+/ }).filter({ has: page.locator('#next') })
async function tickAll(page: Page) {
  for (const box of await next(page).locator('input[type=checkbox]').all()) await box.check()
}

test('a permit from the request to the last look: each at his own phone, and the law refuses what it refuses', async ({
  browser,
  site,
}) => {
  test.setTimeout(180_000)
  const crew = crewOf(site)
  const phoneOf = async (login: string) => {
    const page = await (
      await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 390, height: 844 } })
    ).newPage()
    await signIn(page, site, login)
    return page
  }
  const [chief, manager, guard, welder] = [
    await phoneOf(crew.chief),
    await phoneOf(crew.manager),
    await phoneOf(crew.guard),
    await phoneOf(phones.welder),
  ]
  const register = `${site.url}/units/${crew.unitId}/hot-work`

  // Nobody gets a permit for a worker without a licence; what was typed stays.
  await manager.goto(`${register}/new`)
  await manager.locator('[name=place]').fill('三车间东头配电间外墙')
  await manager.locator('[name=work]').fill('电焊支架，两个点')
  await manager.getByText('其他人，或外单位的人').click()
  await manager.locator('[name=otherWorker]').selectOption({ index: 1 })
  await manager.locator('[name=from]').fill('15:00')
  await manager.locator('[name=to]').fill('16:00')
  await manager.locator('[name=guard]').selectOption({ index: 1 })
  for (const box of await manager.locator('input[name^=measure-]').all()) await box.check()
  await manager.getByRole('button', { name: '交申请' }).click()
  await expect(manager.locator('main')).toContainText('没有这个活要的证，不能动火')
  await expect(manager.locator('[name=place]')).toHaveValue('三车间东头配电间外墙')
  await expectAccessible(manager)

  // The permit that waits this morning: approved by the responsible person, and by nobody else.
  await welder.goto(`${register}/sample-hot-work-3`)
  await expect(welder.locator('main')).toContainText('等审批')
  await expect(welder.getByRole('button', { name: '批准', exact: true })).toHaveCount(0)
  await chief.goto(`${register}/sample-hot-work-3`)
  await expectAccessible(chief)
  await tickAll(chief)
  await chief.getByRole('button', { name: '批准', exact: true }).click()
  await expect(chief.getByRole('status')).toContainText('已记下')

  // At the place: the face beside the licence, the guard's measures, the notice; then it may begin, not before.
  site.setClock('2026-03-10T03:50:00.000Z')
  await manager.goto(`${register}/sample-hot-work-3`)
  await next(manager).locator('[name=isSame][value=yes]').check()
  await manager.getByRole('button', { name: '记下核验' }).click()
  await expect(manager.getByRole('status')).toContainText('已记下')
  await guard.goto(`${register}/sample-hot-work-3`)
  await tickAll(guard)
  await guard.getByRole('button', { name: '我已到场，措施都落实了' }).click()
  await expect(guard.getByRole('status')).toContainText('已记下')
  await tickAll(guard)
  await guard.getByRole('button', { name: '公告贴好了' }).click()
  await expect(guard.getByRole('status')).toContainText('已记下')
  await welder.reload()
  await expect(welder.locator('main')).toContainText('到时间再开始')
  await expect(welder.getByRole('button', { name: '开始动火' })).toHaveCount(0)
  site.setClock('2026-03-10T04:05:00.000Z')
  await welder.reload()
  await welder.getByRole('button', { name: '开始动火' }).click()
  await expect(welder.locator('main')).toContainText('正在动火')

  // The fire is out, the watching begins; a look is signed when it is due, and then the permit is closed.
  site.setClock('2026-03-10T05:00:00.000Z')
  await guard.reload()
  await guard.getByRole('button', { name: '停火，开始看火' }).click()
  const guardName = (await guard.locator('header a[href="/account"]').innerText()).trim()
  for (const at of ['05:31', '06:01']) {
    site.setClock(`2026-03-10T${at}:00.000Z`)
    await guard.reload()
    await tickAll(guard)
    await next(guard).locator('[name=isClear][value=yes]').check()
    await next(guard).locator('[name=sign]').fill(guardName)
    await guard.getByRole('button', { name: '签字，记下这一次' }).click()
    await expect(guard.getByRole('status')).toContainText('已记下')
  }
  await expect(guard.locator('main')).toContainText('已完工')

  // The licence stays on the sheet as it stood; the same again tomorrow is one tap and a new request.
  await manager.reload()
  await expect(manager.locator('main')).toContainText('焊接与热切割')
  await expectAccessible(manager)
  await manager.emulateMedia({ media: 'print' })
  await expect(manager.getByText('动火作业许可单')).toBeVisible()
  await manager.emulateMedia({ media: 'screen' })
  await chief.reload()
  const repeat = manager.getByRole('button', { name: '明天照这样再申请' })
  await repeat.click()
  await expect(manager.getByRole('status')).toContainText('照抄的申请已交')
  await expect(manager.locator('main')).toContainText('等审批')
  for (const page of [chief, manager, guard, welder]) await page.context().close()
})
