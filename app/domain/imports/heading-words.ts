/** units: of a street. licences, trainings, drills: the history of units and their people. */
export const importKinds = ['people', 'units', 'licences', 'trainings', 'drills'] as const
export type ImportKind = (typeof importKinds)[number]
type Words = Readonly<Record<string, readonly string[]>>

const person: Words = {
  name: ['姓名', '名字', '员工姓名', '人员姓名', '职工姓名', '人员', 'name', 'full name'],
  phone: ['手机', '手机号', '手机号码', '电话', '电话号码', '联系电话', '联系方式', '移动电话', 'phone', 'mobile'],
  idNumber: ['身份证', '身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '证件号码', '证件号', 'id number', 'id'],
}
const unit: Words = { unit: ['单位', '单位名称', '所属单位', '所在单位', '工作单位', 'unit', 'unit name'] }

/** A licence has a number of its own, so only what says so is the number of the identity card. */
const holder: Words = {
  name: [...(person.name ?? []), '持证人', '持证人姓名', '持证人员'],
  phone: person.phone ?? [],
  idNumber: ['身份证', '身份证号', '身份证号码', '公民身份号码', '公民身份证号码', 'id number', 'id'],
}

/** How the columns of each kind of sheet are called, by their names here; in their order in a blank sheet. */
export const headingWords: Record<ImportKind, Words> = {
  people: {
    ...person,
    position: ['岗位', '职务', '工种', '岗位名称', '职位', '消防岗位', 'position', 'post'],
    from: ['入职日期', '到岗日期', '上岗日期', '入职时间', '到岗时间', '上岗时间', '参加工作日期', 'first day', 'start', 'start date'],
    ...unit,
    staffNumber: ['工号', '员工编号', '人员编号', '员工号', 'staff number'],
  },
  units: {
    name: ['单位名称', '单位', '名称', '企业名称', '场所名称', 'unit', 'unit name', 'name'],
    place: ['地点', '所在地点', '所属街道', '街道', '乡镇', '所属社区', '社区', '所在社区', '辖区', '属地', '村居', 'place'],
    sector: ['行业', '行业类别', '所属行业', '行业领域', '行业部门', 'sector'],
    traits: ['特征', '单位特征', '单位类别', '单位类型', '场所类型', '场所类别', '类别', '类型', 'traits', 'kinds'],
    from: ['起始日期', '建档日期', '开业日期', '成立日期', '登记日期', 'first day'],
    responsible: ['责任人', '责任人姓名', '消防安全责任人', '消防责任人', '消防安全责任人姓名', 'responsible person'],
    phone: ['责任人电话', '责任人手机', '责任人手机号', '责任人联系电话', '联系电话', '手机号', '手机', '电话', 'phone', 'mobile'],
  },
  licences: {
    ...holder,
    ...unit,
    kind: ['证件', '证件种类', '证件类型', '证件名称', '证书', '证书名称', '证书种类', '证书类型', 'licence', 'licence kind', 'kind'],
    number: ['证号', '编号', '证件号', '证件号码', '证件编号', '证书编号', '证书号', '证书号码', '操作证号', 'licence number', 'number'],
    item: ['项目', '准操项目', '作业项目', '操作项目', '合格项目', '作业类别', 'item'],
    level: ['等级', '级别', '技能等级', '证书等级', '职业等级', 'level'],
    direction: ['方向', '职业方向', '专业方向', 'direction'],
    firstIssuedOn: ['初领日期', '初次领证日期', '发证日期', '发证时间', '批准日期', '领证日期', 'first issued', 'issued'],
    validFrom: ['有效期起', '有效期始', '有效期开始', '有效期自', '有效期起始日期', 'valid from'],
    validTo: ['有效期止', '有效期至', '有效期', '到期日', '到期日期', '有效期截止', '有效期截止日期', 'valid to', 'expiry'],
    reviewDue: ['复审日期', '应复审日期', '复审时间', '下次复审日期', 'review due', 'review'],
    issuer: ['发证机关', '发证单位', '签发机关', '发证机构', '鉴定站', '评价机构', 'issuer'],
  },
  trainings: {
    ...person,
    ...unit,
    topic: ['培训内容', '培训项目', '培训名称', '培训班', '培训班名称', '培训主题', '培训类别', '内容', 'training', 'topic'],
    on: ['培训日期', '培训时间', '日期', '时间', '结束日期', '结业日期', '参训日期', 'date', 'day', 'on'],
    organiser: ['组织单位', '主办单位', '举办单位', '培训单位', '培训机构', '主办', '组织者', 'organiser', 'held by'],
    result: ['结果', '培训结果', '是否合格', '考核结果', '成绩', '考核', '是否通过', 'result', 'passed'],
  },
  drills: {
    ...unit,
    on: ['演练日期', '演练时间', '日期', 'date', 'day', 'on'],
    startsAt: ['开始时间', '几点开始', '时间', '起始时间', 'start', 'start time', 'time'],
    kind: ['演练类型', '演练种类', '演练类别', '演练形式', '类型', 'drill', 'kind'],
    place: ['演练地点', '地点', '演练场所', '演练区域', 'place'],
    target: ['模拟起火部位', '起火部位', '起火点', '模拟起火点', '演练部位', 'target'],
    commander: ['指挥', '总指挥', '指挥人', '演练指挥', '负责人', '带队', '组织人', 'commander', 'led by'],
    names: ['参加人员', '参演人员', '参加人', '参演人', '参加人员名单', '参与人员', '名单', 'took part', 'people'],
    guests: ['来客人数', '其他人数', '顾客人数', '群众人数', '只记人数', 'guests'],
    story: ['演练情况', '演练内容', '情况', '经过', '备注', 'story', 'remarks'],
  },
}

/** The column without which a sheet is none of its kind. */
export const neededColumn: Record<ImportKind, string> = {
  people: 'name',
  units: 'name',
  licences: 'name',
  trainings: 'topic',
  drills: 'kind',
}
/** The column by which a row is called where it names no person. */
export const rowTitle = (kind: ImportKind, cells: Readonly<Record<string, string>>): string =>
  [cells.name, kind === 'trainings' ? cells.unit : '', cells[neededColumn[kind]]].find((text) => text !== undefined && text !== '') ?? ''
