import { bareWord, plainCell } from './plain-cell'

type Word = { readonly id: string; readonly zh: string; readonly en: string }

/** A word's other spellings follow from its brackets: 宾馆(旅馆) is 宾馆 and 旅馆, too. */
function spellings({ id, zh, en }: Word): string[] {
  const text = plainCell(zh)
  const inside = [...text.matchAll(/\(([^)]*)\)/g)].flatMap((match) => (match[1] ?? '').split(/[、/]/)).filter((part) => part.length > 1)
  return [id, text, text.replace(/\([^)]*\)/g, ''), ...inside, en].map(bareWord)
}

/** Finds the id of what is typed in a list of words, by any of its spellings or `others` (spelling → id). Templates are no word. */
export function wordFinder(words: Iterable<Word>, others: Readonly<Record<string, string>> = {}): (typed: string) => string | null {
  const found = new Map<string, string>()
  const listed = [...words].filter(({ id }) => !id.includes('{'))
  for (const word of listed) found.set(bareWord(word.zh), word.id)
  for (const word of listed) for (const spelling of spellings(word)) if (!found.has(spelling)) found.set(spelling, word.id)
  const ids = new Set(listed.map(({ id }) => id))
  for (const [spelling, id] of Object.entries(others)) if (ids.has(id) && !found.has(bareWord(spelling))) found.set(bareWord(spelling), id)
  return (typed) => found.get(bareWord(typed)) ?? null
}

/** The single words of a cell that lists several. */
export const listedWords = (typed: string): string[] =>
  plainCell(typed)
    .split(/[、,;，；/\n]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** What rosters call the positions beside their full names. */
export const positionSpellings: Readonly<Record<string, string>> = {
  责任人: 'responsible-person',
  消防责任人: 'responsible-person',
  安全责任人: 'responsible-person',
  管理人: 'fire-manager',
  消防管理人: 'fire-manager',
  消防安全管理员: 'fire-manager',
  消防管理人员: 'fire-staff',
  消防专员: 'fire-staff',
  消控员: 'control-room-operator',
  消控室操作员: 'control-room-operator',
  消控值班员: 'control-room-operator',
  消防控制室值班员: 'control-room-operator',
  消防控制室操作员: 'control-room-operator',
  中控室值班员: 'control-room-operator',
  监控室值班员: 'control-room-operator',
  维保员: 'fire-maintenance',
  维保人员: 'fire-maintenance',
  消防维保员: 'fire-maintenance',
  消防维保人员: 'fire-maintenance',
  微站队员: 'micro-station-member',
  微型站队员: 'micro-station-member',
  微型消防站成员: 'micro-station-member',
  微站站长: 'micro-station-head',
  微型站站长: 'micro-station-head',
  志愿消防员: 'volunteer-brigade',
  引导员: 'evacuation-guide',
  疏散员: 'evacuation-guide',
  疏散引导人: 'evacuation-guide',
  焊工: 'welder',
  电焊: 'welder',
  焊接工: 'welder',
  动火监护: 'hot-work-guard',
  动火审批: 'hot-work-approver',
  保安: 'security-guard',
  保安人员: 'security-guard',
  安保: 'security-guard',
  安保员: 'security-guard',
  职工: 'employee',
  职员: 'employee',
  普通员工: 'employee',
  一般员工: 'employee',
  商户: 'tenant-staff',
  店员: 'tenant-staff',
  老师: 'teacher',
  教职工: 'teacher',
  护理员: 'care-worker',
  工人: 'site-worker',
  建筑工人: 'site-worker',
  施工工人: 'site-worker',
  网格管理员: 'grid-worker',
  专职网格员: 'grid-worker',
  楼长: 'building-head',
  楼栋长: 'building-head',
  社区民警: 'community-police',
}
