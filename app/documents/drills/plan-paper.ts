import { type DrillBody, type GroupName, groupNames, type Named } from '~/domain/drills/drill-body'
import { type DrillMark, isByZone } from '~/domain/drills/marks'
import type { Expected } from '~/domain/rollcall/expected'
import type { Locale } from '~/i18n/config'
import { dayAndTime, joined, pageOf, type T, wordsIn } from './drill-words'
import type { Block, Paper } from './paper'

/** What a plan prints; texts of the template in the language of the paper. */
export type PlanPrint = {
  locale: Locale
  unit: string
  body: DrillBody
  kind: string
  marks: readonly DrillMark[]
  minutes: readonly { minute: number; says: string }[]
  does: Record<GroupName, readonly string[]>
  /** What the commander lets happen on the way; empty for whoever is to be surprised by it. */
  injects: readonly string[]
  moving: readonly string[]
  never: readonly string[]
  sign: string
  expected: readonly Expected[]
}

const namesOf = (people: readonly Named[], locale: Locale): string =>
  joined(
    people.map(({ name }) => name),
    locale,
  )

const section = (heading: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...blocks]

/** The plan of a drill as its commander holds it: who, where, what, and a timeline to fill in by hand. */
export function planPaper(print: PlanPrint): Paper {
  const { locale, unit, body } = print
  const t = wordsIn(locale, 'drillpapers')
  const title = t('plan.title', { unit })
  return {
    kind: 'pages',
    title,
    language: locale,
    running: [unit, body.title, dayAndTime(body.on, body.startsAt, locale)].join(' · '),
    pageOf: pageOf(t),
    blocks: [
      { kind: 'title', text: title, under: body.title },
      ...(body.unannounced ? [{ kind: 'warning', text: t('plan.unannounced') } as const] : []),
      { kind: 'facts', rows: factsOf(print, t) },
      ...section(t('plan.injects'), listed(print.injects)),
      ...section(t('plan.zones'), [zonesTable(print, t)]),
      ...groups(print, t),
      ...section(t('plan.help'), helped(print, t)),
      ...section(t('plan.moving'), listed(print.moving)),
      ...section(t('plan.never'), listed(print.never)),
      ...section(t('plan.told'), [
        { kind: 'text', text: body.notice === '' ? t('plan.noNotice') : body.notice },
        { kind: 'text', text: t('plan.sign', { sign: print.sign }) },
        { kind: 'text', text: t('plan.toldBy'), quiet: true },
      ]),
      ...section(t('plan.timeline'), [timeline(print, t), ...minutes(print)]),
      { kind: 'signatures', labels: [t('sign.commander'), t('sign.recorder'), t('sign.day')] },
    ],
  }
}

const listed = (items: readonly string[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }])

function factsOf({ locale, body, kind, expected }: PlanPrint, t: T): [string, string][] {
  const people = expected.filter((one) => one.kind === 'person').length
  const pupils = expected.filter((one) => one.kind === 'class').reduce((sum, { count }) => sum + (count ?? 0), 0)
  const groups = expected.filter((one) => one.kind === 'visitors' || one.kind === 'residents').map(({ name }) => name)
  const whom = [t('plan.people', { count: people }), ...(pupils > 0 ? [t('plan.pupils', { count: pupils })] : []), ...groups]
  const rows: [string, string][] = [
    [t('fact.kind'), kind],
    [t('fact.when'), dayAndTime(body.on, body.startsAt, locale)],
    [t('fact.place'), body.place],
    [t('fact.target'), body.target],
    [t('fact.story'), body.story],
    [t('fact.commander'), body.commander.name],
    [t('fact.assembly'), joined(body.assembly, locale)],
    [t('fact.expected'), joined(whom, locale)],
    [t('fact.partners'), body.partners],
    [t('fact.volunteers'), body.volunteers],
  ]
  return rows.filter(([, value]) => value !== '')
}

function zonesTable({ locale, body, expected }: PlanPrint, t: T): Block {
  const rows = body.zones.map(({ name, marshals }) => [
    name,
    marshals.length === 0 ? t('plan.nobody') : namesOf(marshals, locale),
    String(expected.filter((one) => one.kind === 'person' && one.zone === name).length),
  ])
  return { kind: 'table', heads: [t('head.zone'), t('head.marshal'), t('head.expected')], widths: [3, 4, 1.4], rows }
}

function groups({ locale, body, does }: PlanPrint, t: T): Block[] {
  const words = wordsIn(locale, 'drills')
  const each = groupNames.flatMap((group): Block[] => {
    const members = body.groups[group]
    const who = members.length === 0 ? t('plan.nobody') : namesOf(members, locale)
    return [{ kind: 'facts', rows: [[words(`group.${group}`), who]] }, ...listed(does[group])]
  })
  return section(t('plan.groups'), each)
}

function helped({ expected }: PlanPrint, t: T): Block[] {
  const rows = expected.filter(({ help }) => help !== '').map(({ name, zone, help }) => [name, zone === '' ? t('anyZone') : zone, help])
  return rows.length === 0 ? [] : [{ kind: 'table', heads: [t('head.name'), t('head.zone'), t('head.help')], widths: [2, 2, 4], rows }]
}

/** The marks that the kind expects, each floor by itself, with room to write. */
function timeline({ locale, body, marks }: PlanPrint, t: T): Block {
  const words = wordsIn(locale, 'drills')
  const rows = marks.flatMap((mark) =>
    isByZone(mark)
      ? body.zones.map(({ name }) => [`${words(`marks.${mark}`)} · ${name}`, '', '', ''])
      : [[words(`marks.${mark}`), '', '', '']],
  )
  return {
    kind: 'table',
    heads: [t('head.moment'), t('head.time'), t('head.after'), t('head.remark')],
    widths: [3.4, 1.5, 1.5, 3],
    rows,
    rowHeight: 26,
  }
}

const minutes = ({ minutes: said }: PlanPrint): Block[] => said.map(({ says }) => ({ kind: 'text', text: says, quiet: true }))
