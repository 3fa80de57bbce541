import type { Page } from '@playwright/test'
import { expect, expectAccessible } from './journey'
import type { Running } from './server'
import { head } from './training-walk'

/** Hospitals and hotels of the sample street. */
export const units = {
  hospital: '湖滨人民医院',
  clinic: '古楼中医医院',
  hotel: '文昌大酒店',
  inn: '桥头宾馆',
  lodge: '新安商务酒店',
  empty: '东门大酒店',
}

/** A form of this year's party school for the hospitals and hotels of the street, made from the template. */
export async function makesProgramme(page: Page, site: Running): Promise<string> {
  await page.goto(`${site.url}/street`)
  await page.getByRole('link', { name: '集中培训', exact: false }).first().click()
  await expectAccessible(page)
  await page.getByRole('link', { name: '新建培训计划' }).click()
  await page.getByRole('link', { name: '党校集中培训（消防安全责任人）' }).click()
  await page.getByLabel('由哪里办').selectOption({ label: '东湖街道' })
  await page.getByLabel('名称', { exact: true }).fill('2026年党校集中培训（医院和酒店）')
  await page.locator('[name=sector_commerce]').uncheck()
  await page.locator('[name=trait_complex]').uncheck()
  for (const rest of await page.locator('main details').all()) await rest.locator('summary').click()
  for (const name of ['sector_medical', 'sector_culture-tourism', 'trait_hospital', 'trait_hotel'])
    await page.locator(`[name=${name}]`).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: '建计划' }).click()
  await expect(page.locator('main')).toContainText('计划建好了')
  return page.url().split('?')[0] ?? ''
}

/** The list as the register draws it, looked through, and frozen. */
export async function freezesList(page: Page): Promise<void> {
  await page.getByRole('link', { name: '抽取应训名单' }).click()
  await page.getByRole('button', { name: '抽取名单' }).click()
  await expect(head(page)).toHaveText('名单上有6个单位')
  const [line] = await page.locator('main ol > li', { hasText: units.empty }).all()
  await expect(line ?? page.locator('nothing')).toContainText('理由：')
  await expectAccessible(page)
  await page.getByRole('button', { name: '冻结名单' }).click()
  await expect(page.locator('main')).toContainText('冻结')
}

/** A class today: the main classroom in the street office, a branch at the fire station; everybody on the list asked. */
export async function plansClass(page: Page, home: string): Promise<string> {
  await page.goto(`${home}/new-class`)
  for (const [nth, [from, to]] of [
    ['09:30', '10:30'],
    ['10:30', '11:00'],
    ['11:00', '11:30'],
  ].entries()) {
    await page.locator(`[name=on${nth}]`).fill('2026-03-10')
    await page.locator(`[name=from${nth}]`).fill(from ?? '')
    await page.locator(`[name=to${nth}]`).fill(to ?? '')
  }
  for (const [name, text] of Object.entries({
    ...{ room0: '主课堂', place0: '街道办事处三楼', seats0: '40', organiser0: '梁宝山（东湖街道办事处）' },
    ...{ room1: '消防站分课堂', place1: '消防救援站二楼', seats1: '20', organiser1: '周浩然（东湖街道消防救援站）' },
  }))
    await page.locator(`[name=${name}]`).fill(text)
  await expectAccessible(page)
  await page.getByRole('button', { name: '保存这一期' }).click()
  await expect(page.locator('main')).toContainText('已经保存。')
  await page.getByRole('button', { name: '全部邀请（6 个）' }).click()
  await expect(page.locator('main')).toContainText('没有答复 6')
  return page.url().split('?')[0] ?? ''
}

/** Opens the invitation to the class on a phone. */
export async function opensInvitation(his: Page, site: Running): Promise<void> {
  await his.goto(`${site.url}/me`)
  await his.getByRole('link', { name: '我的集中培训' }).click()
  await his.getByRole('link', { name: /^2026年党校集中培训（医院和酒店）/ }).click()
}

/** The leader answers for a unit that rang up. */
export async function rangUp(page: Page, course: string, unit: string): Promise<void> {
  await page.goto(`${course}?name=${encodeURIComponent(unit)}`)
  await page.getByRole('link', { name: '查看、代为答复' }).first().click()
}
