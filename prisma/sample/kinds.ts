/** Kinds of unit on the sample street: how many, their sector, traits and who works there ([position, count]). */
export type Kind = {
  name: (place: string, n: number) => string
  count: number
  sector: string
  traits: string[]
  people: [string, number][]
}

const heads: [string, number][] = [
  ['responsible-person', 1],
  ['fire-manager', 1],
]
const small: [string, number][] = [['responsible-person', 1]]
const named =
  (...names: string[]) =>
  (place: string, n: number) =>
    `${place}${names[n % names.length]}`

export const kinds: Kind[] = [
  {
    name: named('人民医院', '中医医院'),
    count: 2,
    sector: 'medical',
    traits: ['hospital', 'crowded', 'key-unit', 'control-room', 'linkage', 'highrise-public'],
    people: [
      ...heads,
      ['control-room-operator', 8],
      ['employee', 26],
      ['care-worker', 8],
      ['electrician', 2],
      ['micro-station-member', 6],
      ['security-guard', 5],
    ],
  },
  {
    name: named('社区卫生服务站', '口腔诊所', '中医诊所'),
    count: 6,
    sector: 'medical',
    traits: ['clinic', 'nine-small'],
    people: [...small, ['employee', 6]],
  },
  {
    name: named('中心小学', '第一中学', '实验小学', '第二中学'),
    count: 5,
    sector: 'education',
    traits: ['primary-secondary', 'crowded', 'key-unit'],
    people: [...heads, ['teacher', 24], ['security-guard', 4], ['employee', 4]],
  },
  {
    name: named('寄宿学校'),
    count: 1,
    sector: 'education',
    traits: ['primary-secondary', 'boarding', 'crowded', 'key-unit'],
    people: [...heads, ['teacher', 22], ['security-guard', 4], ['employee', 8]],
  },
  {
    name: named('职业技术学院'),
    count: 1,
    sector: 'education',
    traits: ['university', 'boarding', 'crowded', 'key-unit', 'control-room'],
    people: [...heads, ['teacher', 26], ['control-room-operator', 6], ['employee', 12]],
  },
  {
    name: named('幼儿园', '启蒙幼儿园', '阳光幼儿园'),
    count: 8,
    sector: 'education',
    traits: ['kindergarten', 'crowded'],
    people: [...small, ['teacher', 9], ['employee', 4]],
  },
  {
    name: named('养老院', '颐和老年公寓'),
    count: 3,
    sector: 'civil-affairs',
    traits: ['eldercare', 'crowded', 'key-unit'],
    people: [...heads, ['care-worker', 14], ['employee', 5]],
  },
  {
    name: named('大酒店', '宾馆', '商务酒店'),
    count: 5,
    sector: 'culture-tourism',
    traits: ['hotel', 'public-assembly', 'crowded', 'key-unit', 'control-room', 'linkage'],
    people: [...heads, ['control-room-operator', 6], ['employee', 22], ['security-guard', 3], ['evacuation-guide', 4]],
  },
  {
    name: named('小吃店', '家常菜馆', '火锅店', '面馆'),
    count: 15,
    sector: 'commerce',
    traits: ['restaurant', 'public-assembly', 'nine-small'],
    people: [...small, ['employee', 7]],
  },
  {
    name: named('万汇广场'),
    count: 2,
    sector: 'commerce',
    traits: [
      'complex',
      'public-assembly',
      'crowded',
      'key-unit',
      'high-risk',
      'control-room',
      'linkage',
      'micro-station',
      'sub-plans',
      'remote-monitored',
    ],
    people: [
      ...heads,
      ['control-room-operator', 10],
      ['micro-station-head', 1],
      ['micro-station-member', 12],
      ['tenant-staff', 60],
      ['security-guard', 10],
      ['electrician', 3],
      ['fire-staff', 2],
    ],
  },
  {
    name: named('集贸市场', '农贸市场'),
    count: 3,
    sector: 'commerce',
    traits: ['market', 'public-assembly', 'crowded'],
    people: [...heads, ['tenant-staff', 20], ['security-guard', 3]],
  },
  {
    name: named('便民超市', '五金店', '服装店', '理发店', '便利店'),
    count: 18,
    sector: 'commerce',
    traits: ['nine-small'],
    people: [...small, ['employee', 3]],
  },
  {
    name: named('临街店铺（店后住人）'),
    count: 3,
    sector: 'commerce',
    traits: ['nine-small', 'mixed-use'],
    people: [...small, ['employee', 2]],
  },
  {
    name: named('歌舞厅', '影城'),
    count: 2,
    sector: 'culture-tourism',
    traits: ['entertainment', 'public-assembly', 'crowded', 'key-unit'],
    people: [...heads, ['employee', 16], ['evacuation-guide', 4], ['security-guard', 3]],
  },
  {
    name: named('剧本推理馆', '电竞旅馆'),
    count: 2,
    sector: 'culture-tourism',
    traits: ['new-business', 'entertainment', 'public-assembly'],
    people: [...small, ['employee', 5]],
  },
  {
    name: named('县博物馆'),
    count: 1,
    sector: 'heritage-museum',
    traits: ['museum', 'crowded', 'key-unit', 'control-room'],
    people: [...heads, ['museum-keeper', 10], ['control-room-operator', 6], ['security-guard', 4]],
  },
  {
    name: named('古戏楼文物管理所', '文庙管理所'),
    count: 2,
    sector: 'heritage-museum',
    traits: ['heritage', 'key-unit', 'scenic'],
    people: [...heads, ['museum-keeper', 6], ['security-guard', 2]],
  },
  { name: named('清凉寺'), count: 1, sector: 'religion', traits: ['religious', 'crowded'], people: [...small, ['employee', 6]] },
  {
    name: named('纺织厂', '电子厂', '家具厂'),
    count: 5,
    sector: 'industry',
    traits: ['factory', 'labour-intensive', 'crowded', 'key-unit', 'hot-work'],
    people: [
      ...heads,
      ['employee', 40],
      ['welder', 3],
      ['hot-work-guard', 2],
      ['hot-work-approver', 1],
      ['electrician', 3],
      ['hazmat-keeper', 2],
      ['unit-brigade', 3],
    ],
  },
  {
    name: named('物流仓库'),
    count: 2,
    sector: 'transport',
    traits: ['warehouse', 'key-unit'],
    people: [...heads, ['employee', 14], ['hazmat-keeper', 3], ['security-guard', 3]],
  },
  {
    name: named('危险品经营部'),
    count: 1,
    sector: 'industry',
    traits: ['hazmat', 'high-risk', 'key-unit'],
    people: [...heads, ['hazmat-keeper', 5]],
  },
  { name: named('加油站'), count: 3, sector: 'energy', traits: ['gas-station', 'hazmat'], people: [...small, ['employee', 8]] },
  {
    name: named('改造项目工地', '安置房工地'),
    count: 2,
    sector: 'housing',
    traits: ['construction-site', 'hot-work'],
    people: [...heads, ['site-worker', 24], ['welder', 4], ['hot-work-guard', 2], ['hot-work-approver', 1]],
  },
  {
    name: named('商务大厦'),
    count: 1,
    sector: 'housing',
    traits: ['highrise-public', 'over-100m', 'key-unit', 'control-room', 'linkage', 'sub-plans'],
    people: [...heads, ['control-room-operator', 8], ['security-guard', 8], ['electrician', 3], ['fire-maintenance', 2], ['employee', 10]],
  },
  {
    name: named('花园小区物业服务中心', '新村物业服务中心'),
    count: 4,
    sector: 'housing',
    traits: ['residential-estate', 'highrise-residential', 'e-bike-parking'],
    people: [...small, ['security-guard', 6], ['employee', 5]],
  },
  { name: named('租赁公寓'), count: 2, sector: 'housing', traits: ['rental'], people: [...small, ['employee', 3]] },
]

export const officeKinds: Kind[] = [
  {
    name: (place) => `${place}办事处`,
    count: 1,
    sector: 'grassroots',
    traits: ['street-office'],
    people: [
      ['party-leader', 1],
      ['street-leader', 1],
      ['street-fire-staff', 3],
      ['enforcement-staff', 2],
    ],
  },
  {
    name: (place) => `${place}消防救援站`,
    count: 1,
    sector: 'grassroots',
    traits: ['fire-station'],
    people: [
      ['station-staff', 3],
      ['government-brigade', 10],
    ],
  },
  { name: (place) => `${place}派出所`, count: 1, sector: 'government', traits: ['police-post'], people: [['community-police', 4]] },
]

export const communityKind: Kind = {
  name: (place) => `${place}居民委员会`,
  count: 1,
  sector: 'grassroots',
  traits: ['community', 'micro-station'],
  people: [
    ['village-committee', 2],
    ['community-fire-staff', 1],
    ['grid-head', 1],
    ['grid-worker', 4],
    ['building-head', 2],
    ['volunteer-brigade', 3],
  ],
}

/** A grid with its own worker; the last grid of some communities has none, on purpose. */
export const gridKind: Kind = { name: (place) => place, count: 1, sector: 'grassroots', traits: [], people: [['grid-worker', 1]] }

export const departmentKinds: Kind[] = [
  { name: () => '青禾县教育局', count: 1, sector: 'government', traits: ['department'], people: [['department-fire-staff', 3]] },
  {
    name: () => '青禾县消防救援大队',
    count: 1,
    sector: 'government',
    traits: ['department'],
    people: [
      ['brigade-chief', 1],
      ['department-fire-staff', 4],
    ],
  },
]
