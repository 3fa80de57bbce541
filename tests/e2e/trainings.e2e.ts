import { expectAccessible, phones, signIn } from './journey'
import { phone } from './phone'
import {
  answersFor,
  closesFromPaper,
  coverageLine,
  dutyLine,
  expect,
  freezesProgramme,
  head,
  onList,
  plansClass,
  registersContest,
  test,
} from './training-walk'

const gridWorker = '13800000009'

test('A2: the yearly training of a street’s staff, police and brigade is held, and whoever came no longer owes it (街道社区年度全员培训)', async ({
  page,
  site,
  today,
}) => {
  const duty = '街道社区年度全员培训（双阳）'
  await signIn(page, site, phones.supervisor)
  const { home, list } = await freezesProgramme(page, site, '街道社区年度全员培训', '东湖街道')
  const clerk = onList(list, '东湖街道办事处')
  const officer = onList(list, '东湖街道派出所')
  await expect(await dutyLine(page, site, '东湖街道办事处', duty, clerk.name)).toContainText('待完成')
  const course = await plansClass(page, home, today, '街道办事处三楼')
  await answersFor(page, course, clerk)
  await answersFor(page, course, officer)
  await closesFromPaper(page, site, course, today, phones.supervisor)
  await expectAccessible(page)
  await expect(await dutyLine(page, site, '东湖街道办事处', duty, clerk.name)).toContainText('已完成')
  await expect(await dutyLine(page, site, '东湖街道派出所', duty, officer.name)).toContainText('已完成')
  await page.goto(`${home}/coverage`)
  await expect(head(page)).toContainText(`已覆盖 2 个，还差 ${list.length - 2} 个`)
})

test('A1: a grid worker answers on his phone, comes, and his own page says that the yearly training is done (工作站和网格员能力提升培训)', async ({
  page,
  browser,
  site,
  today,
}) => {
  const duty = '工作站和网格员能力提升培训（双阳）'
  await signIn(page, site, phones.supervisor)
  const { home } = await freezesProgramme(page, site, '工作站和网格员能力提升培训', '东湖街道')
  const course = await plansClass(page, home, today, '东湖街道消防工作站')
  const his = await browser.newPage(phone)
  await signIn(his, site, gridWorker)
  await his.goto(`${site.url}/me`)
  await expect(his.locator('main li', { hasText: duty }).first()).toContainText('待完成')
  await his.getByRole('link', { name: '我的集中培训' }).click()
  await his.getByRole('link', { name: '工作站和网格员能力提升培训' }).click()
  await his.getByLabel('我参加').check()
  await his.getByRole('button', { name: '提交答复' }).click()
  await expect(his.locator('main')).toContainText('答复已经记下')
  await expectAccessible(his)
  await closesFromPaper(page, site, course, today, phones.supervisor)
  await his.goto(`${site.url}/me`)
  await expect(his.locator('main li', { hasText: duty }).first()).toContainText('已完成')
  await his.close()
})

test('A3: the fire staff of the county’s departments are trained once a year (行业部门消防业务人员年度培训)', async ({
  page,
  site,
  today,
}) => {
  const duty = '行业部门消防业务年度培训（双阳）'
  await signIn(page, site, phones.administrator)
  const { home, list } = await freezesProgramme(page, site, '行业部门消防业务人员年度培训', '青禾县')
  const clerk = onList(list, '青禾县教育局')
  await expect(await dutyLine(page, site, '青禾县教育局', duty, clerk.name)).toContainText('待完成')
  const course = await plansClass(page, home, today, '青禾县消防救援大队')
  await answersFor(page, course, clerk)
  await closesFromPaper(page, site, course, today, phones.administrator)
  await expect(await dutyLine(page, site, '青禾县教育局', duty, clerk.name)).toContainText('已完成')
})

test('A12: an office has held the yearly training of its sector’s key people once its own staff ran it (行业重点人群消防安全培训)', async ({
  page,
  site,
  today,
}) => {
  const duty = '行业重点人群消防培训（菜园坝）'
  await signIn(page, site, phones.administrator)
  const { home, list } = await freezesProgramme(page, site, '行业重点人群消防安全培训（“四个一”之一）', '青禾县')
  const office = onList(list, '青禾县教育局')
  await expect(await dutyLine(page, site, office.name, duty)).toContainText('待完成')
  const course = await plansClass(page, home, today, '青禾县教育局二楼')
  await answersFor(page, course, office)
  await closesFromPaper(page, site, course, today, phones.administrator)
  await expect(await dutyLine(page, site, office.name, duty)).toContainText('已完成')
  await expect(await coverageLine(page, home, office)).toContainText('本人参训')
})

/** Trainings whose plan gives no number, so that no duty falls due: the page of the year tells who had a turn. */
const turns = [
  {
    rows: 'A13',
    kind: '“三长”定期轮训',
    place: '东湖街道',
    unit: '东湖街道办事处',
    who: 'the heads of the street, its communities and grids',
  },
  { rows: 'A6', kind: '消防执法培训和轮训', place: '东湖街道', unit: '东湖街道办事处', who: 'enforcement staff' },
  { rows: 'A11', kind: '街道和派出所消防业务集中轮训', place: '东湖街道', unit: '东湖街道派出所', who: 'street and police fire staff' },
  { rows: 'B26', kind: '街道、社区微型消防站联训', place: '东湖街道', unit: '湖滨居民委员会', who: 'members of micro stations' },
]
for (const { rows, kind, place, unit, who } of turns)
  test(`${rows}: ${who} take turns, and the year’s page tells who had one and who did not (${kind})`, async ({ page, site, today }) => {
    await signIn(page, site, phones.supervisor)
    const { home, list } = await freezesProgramme(page, site, kind, place)
    const comes = onList(list, unit)
    const stays = list.find(({ name }) => name !== comes.name)
    if (stays === undefined) throw new Error('somebody else is on the list')
    const course = await plansClass(page, home, today, '三楼会议室')
    await answersFor(page, course, comes)
    await expect(await coverageLine(page, home, comes)).toContainText('还没有参加过')
    await closesFromPaper(page, site, course, today, phones.supervisor)
    await expect(await coverageLine(page, home, comes)).toContainText('本人参训')
    await expect(await coverageLine(page, home, stays)).toContainText('没有答复')
    await page.goto(`${home}/coverage`)
    await expect(head(page)).toContainText(`名单上 ${list.length} 个，已覆盖 1 个`)
  })

test('a complex trains the skills of its micro station this month, and the member’s month is met (综合体微型消防站技能训练)', async ({
  page,
  site,
  today,
}) => {
  const duty = '综合体微型消防站训练（每月）'
  await signIn(page, site, phones.administrator)
  const { home, list } = await freezesProgramme(page, site, '综合体微型消防站技能训练（每月半天）', '青禾县')
  const member = onList(list, '站前万汇广场')
  await expect(await dutyLine(page, site, '站前万汇广场', duty, member.name)).not.toContainText('已完成')
  const course = await plansClass(page, home, today, '站前万汇广场一层')
  await answersFor(page, course, member)
  await closesFromPaper(page, site, course, today, phones.administrator)
  await expect(await dutyLine(page, site, '站前万汇广场', duty, member.name)).toContainText('已完成')
})

test('D19: units are taken to the site of a fire, and each that came has it on file as a unit, nobody by himself (火灾事故现场警示教育)', async ({
  page,
  site,
  today,
}) => {
  await signIn(page, site, phones.supervisor)
  const { home, list } = await freezesProgramme(page, site, '火灾事故现场警示教育', '东湖街道')
  const hotel = list.find(({ name }) => name.endsWith('大酒店'))
  if (hotel === undefined) throw new Error('the hotel is a key unit')
  const course = await plansClass(page, home, today, '事故现场')
  await answersFor(page, course, hotel)
  await closesFromPaper(page, site, course, today, phones.supervisor)
  await expect(page.locator('main')).toContainText('1个单位完成了这个培训')
  await expect(page.locator('main')).not.toContainText('人完成了这个培训')
  await expect(await coverageLine(page, home, hotel)).toContainText('本人参训')
})

test('E1: a skill contest is held, who took part stands on the year’s page, and its announced results go into the register (消防安全职业技能竞赛)', async ({
  page,
  site,
  today,
}) => {
  await signIn(page, site, phones.supervisor)
  const { home, list } = await freezesProgramme(page, site, '消防安全职业技能竞赛', '东湖街道')
  const [operator] = list
  if (operator === undefined) throw new Error('the street has operators of control rooms')
  const course = await plansClass(page, home, today, '东湖街道消防救援站')
  await answersFor(page, course, operator)
  await closesFromPaper(page, site, course, today, phones.supervisor)
  await expect(await coverageLine(page, home, operator)).toContainText('本人参训')
  await registersContest(page, site, {
    name: '东湖街道消防安全职业技能竞赛',
    kind: '行业、单位技能竞赛',
    today,
    results: `第一名，${operator.name}`,
  })
  await expect(page.locator('main tr', { hasText: '东湖街道消防安全职业技能竞赛' })).toContainText(`第一名 · ${operator.name}`)
  await expectAccessible(page)
})

test('E2 and E3: fire teams compete, the result is registered, and whoever won is put on the year’s talent list (消防队伍业务技能比武、年度技能人才)', async ({
  page,
  site,
  today,
}) => {
  await signIn(page, site, phones.supervisor)
  const { home, list } = await freezesProgramme(page, site, '消防队伍业务技能比武', '东湖街道')
  const fighter = onList(list, '东湖街道消防救援站')
  const course = await plansClass(page, home, today, '训练场')
  await answersFor(page, course, fighter)
  await closesFromPaper(page, site, course, today, phones.supervisor)
  await expect(await coverageLine(page, home, fighter)).toContainText('本人参训')
  const contest = {
    name: '东湖街道消防队伍比武',
    kind: '消防队伍业务技能比武',
    today,
    results: `第一名，${fighter.name}，东湖街道消防救援站`,
  }
  await registersContest(page, site, contest)
  await page.getByRole('link', { name: '技能人才', exact: true }).click()
  const before = await head(page).innerText()
  await page.getByRole('link', { name: '登记一名人才' }).click()
  await page.getByLabel('属于哪个地方').selectOption({ label: '东湖街道' })
  for (const [label, text] of [
    ['年份', today.slice(0, 4)],
    ['姓名', fighter.name],
    ['单位', '东湖街道消防救援站'],
    ['哪一方面', '灭火救援'],
    ['为什么列入', '街道消防队伍比武第一名'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByRole('button', { name: '登记一名人才' }).click()
  await expect(page.locator('main')).toContainText('已登记。')
  await expect(head(page)).not.toHaveText(before)
  await expect(page.locator('main tr', { hasText: fighter.name })).toContainText('灭火救援')
  await expectAccessible(page)
})

test('B19 and B20: a training school, its teacher and a base stand in the street’s registers, and one that ends stays on record (培训机构、师资、培训基地)', async ({
  page,
  site,
  today,
}) => {
  await signIn(page, site, phones.supervisor)
  const register = async (add: string, fields: readonly (readonly [string, string])[], chosen: readonly (readonly [string, string])[]) => {
    await page.getByRole('link', { name: add }).click()
    await page.getByLabel('属于哪个地方').selectOption({ label: '东湖街道' })
    for (const [label, text] of fields) await page.getByLabel(label).fill(text)
    for (const [label, option] of chosen) await page.getByLabel(label).selectOption({ label: option })
    await expectAccessible(page)
    await page.getByRole('button', { name: add }).click()
    await expect(page.locator('main')).toContainText('已登记。')
  }
  await page.goto(`${site.url}/street/providers`)
  const school = [['机构名称', '东湖消防培训学校'] as const, ['能培训什么、培训谁', '消控室值班员实操'] as const]
  await register('登记一家机构', [...school, ['联系方式', '湖滨路9号前台'], ['从哪天起', today]], [['性质', '培训学校']])
  await page.getByRole('link', { name: '师资', exact: true }).click()
  const teacher = [['姓名', '周老师'] as const, ['能讲什么', '消控室报警处置'] as const, ['哪个单位的', '外聘'] as const]
  await register('登记一位老师', [...teacher, ['从哪天起', today]], [['哪家培训机构派来的', '东湖消防培训学校']])
  await expect(page.locator('main tr', { hasText: '周老师' })).toContainText('东湖消防培训学校')
  await page.getByRole('link', { name: '培训基地', exact: true }).click()
  const base = [['名称', '湖滨社区体验点'] as const, ['地址', '湖滨社区一楼'] as const, ['在那里能看什么、练什么', '灭火器实操'] as const]
  await register(
    '登记一处基地',
    [...base, ['开放时间', '每周六上午'], ['预约联系方式', '社区窗口'], ['从哪天起开放', today]],
    [['类型', '其他']],
  )
  await page.locator('main tr', { hasText: '湖滨社区体验点' }).getByRole('link').first().click()
  await page.getByLabel('最后一天').fill(today)
  await page.getByLabel('原因').fill('房屋另作他用')
  await page.getByRole('button', { name: '不再开放' }).click()
  await expect(page.locator('main')).toContainText('已撤下，记录留着。')
  await page.goto(`${site.url}/street/bases`)
  await expect(page.locator('main tr', { hasText: '湖滨社区体验点' })).toHaveCount(0)
})
