import { catalogue } from '../../app/content/catalogue.server'
import { recordCodes } from '../../app/data/outreach/poster-codes.server'
import { recordPosterReport } from '../../app/data/outreach/poster-reports.server'
import { recordSites } from '../../app/data/outreach/poster-sites.server'
import type { Tx } from '../../app/data/transact.server'
import { type Asked, asked } from '../../app/domain/outreach/micro-answers'
import { posterCodeFrom } from '../../app/domain/outreach/poster-code'
import { siteNames } from '../../app/domain/outreach/site'
import { alphabet } from '../../app/domain/shared/codes'
import { addDays, type Day, formatDay } from '../../app/domain/shared/day'
import type { Cast } from './cast'

type Site = { id: string; placeId: string; kind: string; name: string; lessons: readonly string[]; visits: number }

const words = { building: '号楼', staircase: '单元' }
const days = 30

/** The staircases of the lake community; nobody ever scans at building 4, and building 6 has nothing yet. */
function sitesOfSample(): Site[] {
  const read = siteNames({ kind: 'numbered', fromBuilding: 1, toBuilding: 6, staircases: 3, words })
  const stairs = read.kind === 'names' ? read.names : []
  const inStairs = stairs.map((name, nth) => {
    const building = Math.floor(nth / 3) + 1
    const lessons = building === 6 ? [] : building <= 2 ? ['e-bike-charging', 'stairwell-clutter'] : ['e-bike-charging']
    return {
      id: `sample-site-${nth}`,
      placeId: 'donghu-1',
      kind: 'staircase',
      name,
      lessons,
      visits: building >= 4 ? 0 : 9 + ((nth * 7) % 13),
    }
  })
  const others = [
    { kind: 'community', name: '东门宣传栏', lessons: ['calling-119'], visits: 31 },
    { kind: 'shop', name: '惠民超市', lessons: ['gas-leak'], visits: 12 },
  ]
  return [...inStairs, ...others.map((site, nth) => ({ ...site, id: `sample-site-other-${nth}`, placeId: 'donghu-1' }))]
}

/** The nth code of the sample: the same on every machine. */
const codeOf = (nth: number) =>
  posterCodeFrom(`MNGB${alphabet.charAt(Math.floor(nth / alphabet.length))}${alphabet.charAt(nth % alphabet.length)}`)

/** The code of the first staircase, for who starts the sample and has no printer. */
export const sampleCode = codeOf(0)

function rightOf(lesson: string, question: Asked): string {
  const found = catalogue()
    .micro.get(lesson)
    ?.questions.find(({ id }) => id === question)
  return found?.options.find((option) => option.right === true)?.id ?? 'a'
}

/** Visits spread over the last days: every third stops early, and the second question goes wrong as often as right. */
function happenedAt(lesson: string, visits: number): string[][] {
  return Array.from({ length: visits }, (_, nth) => {
    const answer = (question: Asked) => {
      const right = rightOf(lesson, question)
      const isWrong = question === 'two' ? nth % 2 === 1 : nth % 7 === 3
      return `${question}.${isWrong ? (right === 'a' ? 'c' : 'a') : right}`
    }
    if (nth % 3 === 2) return ['opened', answer('one')]
    return ['opened', ...asked.map(answer), 'finished', ...(nth % 4 === 0 ? ['promised'] : [])]
  })
}

async function loadTallies(tx: Tx, code: string, lesson: string, visits: number, today: Day): Promise<void> {
  const counts = new Map<string, number>()
  for (const [nth, happened] of happenedAt(lesson, visits).entries()) {
    const on = formatDay(addDays(today, -((nth * 11) % days)))
    for (const what of happened) counts.set(`${on} ${what}`, (counts.get(`${on} ${what}`) ?? 0) + 1)
  }
  const rows = [...counts].map(([key, count]) => {
    const [on = '', what = ''] = key.split(' ')
    return { code, lesson, on, what, count }
  })
  if (rows.length > 0) await tx.scanTally.createMany({ data: rows })
}

/** Posters on the stairs of one community, what was scanned there in the last month, and one that somebody tore. */
export async function loadPosters(tx: Tx, cast: Cast, today: Day, at: Date): Promise<void> {
  const worker = [...cast.signIns.values()].find(({ phone }) => phone === '13800000012')
  if (worker === undefined) throw new Error('the sample has no community worker')
  const createdBy = `account-${worker.personId}`
  const createdAt = new Date(at.getTime() - days * 86_400_000)
  const sites = sitesOfSample()
  await recordSites(
    tx,
    sites.map(({ id, placeId, kind, name }) => ({ id, placeId, kind, name, createdBy, createdAt })),
  )
  const hung = sites.flatMap(({ id, lessons, visits }) => lessons.map((lesson) => ({ siteId: id, lesson, visits })))
  const codes = hung.map((poster, nth) => ({ ...poster, id: `sample-code-${nth}`, code: codeOf(nth), createdBy, createdAt }))
  await recordCodes(
    tx,
    codes.map(({ visits: _, ...code }) => code),
  )
  for (const { code, lesson, visits } of codes) await loadTallies(tx, code, lesson, visits, today)
  const [torn] = codes
  if (torn !== undefined)
    await recordPosterReport(tx, { id: 'sample-report', code: torn.code, siteId: torn.siteId, fault: 'torn', note: '右下角撕掉了一块', at })
}
