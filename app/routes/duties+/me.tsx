import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { courseFor, dutyLine, type LineSight, positionName } from '~/content/duty-lines.server'
import { gatherByThing, gatheredLine } from '~/content/gathered-lines.server'
import { pathOfPosition } from '~/content/practicals.server'
import { getRefresher } from '~/content/refresher.server'
import { enteredAfterwards } from '~/data/drills/entered-afterwards.server'
import { type SeatFacts, seatFacts } from '~/data/duties/seat-facts.server'
import { findGuidedPlaces } from '~/data/duties/slices.server'
import { turnsOf } from '~/data/practicals/turns.server'
import { clearanceUntil } from '~/domain/duties/clearance-until'
import { isMissing, type Requirement, requirementsOf } from '~/domain/duties/requirement'
import { nextStep, seatState } from '~/domain/duties/seat'
import { type FactIndex, indexFacts } from '~/domain/duties/standing'
import { givenTo } from '~/domain/learn/course-seats'
import { type Day, formatDay } from '~/domain/shared/day'
import { civilDay } from '~/http/civil-day'
import { type Signed, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { LapsingLicences } from '~/ui/credentials/licences/lapsing-licences'
import { MyAnswer } from '~/ui/duties/my-answer'
import { MyDoors } from '~/ui/duties/my-doors'
import { EndedSeats, OtherDuties, type OtherDuty } from '~/ui/duties/my-others'
import { type MySeat, SeatSection } from '~/ui/duties/my-seat'
import { MyVillagesLink } from '~/ui/duties/responsibility/my-villages'
import { Notice } from '~/ui/kit/notice'
import { RefresherCard } from '~/ui/learn/refresher-card'
import { titled } from '~/ui/shell/title'
import { rulesNow } from '~/usecases/duties/duties-now.server'
import { myLapses } from '../credentials+/lapse-views.server'
import { refresherNow } from '../learn+/refresher-now.server'
import { doorsOf } from './my-doors.server'

type Mine = SeatFacts & { index: FactIndex; today: Day; sight: Omit<LineSight, 'startsOn'> }
type Seat = SeatFacts['seats'][number]

/** A seat with what is owed there; `from` is its first day. */
type Judged = { seat: Seat; from: Day; owed: readonly Requirement[] }

function factsFor(ctx: Signed): Mine {
  const { courses } = catalogue()
  const rules = rulesNow()
  const gives = (course: string, position: string) => givenTo(courses.get(course)?.zh.gives ?? [], position)
  const mine = seatFacts(ctx.actor.personId, rules, { gives, dayOf: civilDay })
  const unitNames = new Map(mine.seats.map((seat) => [seat.unitId, seat.unitName]))
  const evidence = new Map(mine.facts.evidence.map((piece) => [piece.id, piece]))
  const afterwards = enteredAfterwards(mine.facts.evidence)
  return { ...mine, index: indexFacts(mine.facts), today: ctx.today, sight: { locale: ctx.locale, unitNames, evidence, afterwards } }
}

function judge(mine: Mine, seat: Seat): Judged[] {
  const post = mine.facts.posts.find((held) => held.id === seat.id)
  if (post === undefined || (post.to !== null && post.to < mine.today)) return []
  return [{ seat, from: post.from, owed: requirementsOf(mine.index, seat.id, mine.today) }]
}

function hrefOf(course: string, mine: Mine, seatId: string) {
  const lessons = (catalogue().courses.get(course)?.lessons ?? []).map((lesson) => lesson.id)
  const step = nextStep(course, lessons, mine.completed.get(course) ?? new Set())
  const page = step.kind === 'lesson' ? `lessons/${step.lesson}` : 'paper'
  return { kind: step.kind, href: `/courses/${course}/${page}?seat=${encodeURIComponent(seatId)}`, done: step.done, of: step.of }
}

function nextFor({ seat, owed }: Judged, state: MySeat['state'], mine: Mine): MySeat['next'] {
  if (state === 'missing') {
    const course = owed.flatMap((requirement) =>
      requirement.bars && isMissing(requirement) ? (courseFor(requirement.duty.id) ?? []) : [],
    )[0]
    return course === undefined ? null : hrefOf(course, mine, seat.id)
  }
  if (seat.postId !== null) return { kind: 'card', href: `/cards/${seat.postId}` }
  const paper = mine.papers.findLast(({ unit, position }) => unit === seat.unitId && position === seat.position)
  return paper === undefined ? null : { kind: 'result', href: `/papers/${paper.attempt}/result` }
}

function seatView(judged: Judged, mine: Mine): MySeat {
  const { seat, from, owed } = judged
  const state = seatState(seat.postId !== null, owed)
  const isAhead = from > mine.today
  const barring = owed.filter((requirement) => requirement.bars)
  const { until } = clearanceUntil(mine.index, seat.id, mine.today)
  return {
    id: seat.id,
    postId: seat.postId,
    unitName: seat.unitName,
    position: positionName(seat.position, mine.sight.locale),
    from: formatDay(from),
    isAhead,
    state,
    missing: barring.filter(isMissing).length,
    until: until === null ? null : formatDay(until),
    barring: [...barring.filter(isMissing), ...barring.filter((requirement) => !isMissing(requirement))].map((requirement) =>
      dutyLine(requirement, { ...mine.sight, startsOn: isAhead ? from : null }),
    ),
    next: nextFor(judged, state, mine),
  }
}

/**
 * Duties that warn and never bar. One that binds the person through several seats is one line, and so are those that ask the same of
 * the same subject.
 */
function othersOf(judged: readonly Judged[], mine: Mine, refreshed: string | null): OtherDuty[] {
  const earliestFirst = [...judged].sort((one, other) => one.from - other.from)
  const seatOf = new Map<string, string>()
  const bySubject = new Map<string, Map<string, Requirement>>()
  for (const { seat, owed } of earliestFirst)
    for (const requirement of owed.filter(({ bars }) => !bars)) {
      const { id, binds } = requirement.duty
      const subject = binds === 'person' ? 'person' : seat.id
      const known = bySubject.get(subject) ?? new Map<string, Requirement>()
      bySubject.set(subject, known)
      if (!known.has(id)) known.set(id, requirement)
      if (!seatOf.has(`${subject} ${id}`)) seatOf.set(`${subject} ${id}`, seat.id)
    }
  const lines = [...bySubject].flatMap(([subject, known]) =>
    gatherByThing([...known.values()]).map((gathered) => {
      const key = `${subject} ${gathered.lead.duty.id}`
      const course = isMissing(gathered.lead) && gathered.thing !== refreshed ? courseFor(gathered.lead.duty.id) : null
      const href = course === null ? null : hrefOf(course, mine, seatOf.get(key) ?? '').href
      return { key, line: gatheredLine(gathered, { ...mine.sight, startsOn: null }), href }
    }),
  )
  const rank = { overdue: 0, due: 1, met: 2, waived: 3, idle: 4, unbound: 5 }
  return lines.sort((one, other) => rank[one.line.standing] - rank[other.line.standing])
}

const stateOrder = { missing: 0, waiting: 1, cleared: 2 }

export const loader = serve('person', (ctx, { request }) => {
  const mine = factsFor(ctx)
  const judged = mine.seats.flatMap((seat) => judge(mine, seat))
  const current = new Set(judged.map(({ seat }) => seat.id))
  const postIds = mine.seats.flatMap((seat) => seat.postId ?? [])
  const refresher = refresherNow(ctx, mine.index, postIds)
  const practicals = turnsOf(mine.facts.people.map(({ id }) => id))
  return {
    hasJustJoined: new URL(request.url).searchParams.get('done') === 'joined',
    seats: judged.map((one) => seatView(one, mine)).sort((one, other) => stateOrder[one.state] - stateOrder[other.state]),
    refresher,
    others: othersOf(judged, mine, refresher && getRefresher().thing),
    ...doorsOf(
      judged.flatMap(({ seat }) => (seat.postId === null ? [] : [seat])),
      judged.some(({ seat }) => pathOfPosition(seat.position) !== null),
      practicals.all > 0,
    ),
    toObserve: practicals.waiting,
    lapses: myLapses(ctx.actor.personId, ctx),
    villages: findGuidedPlaces(ctx.actor.personId, ctx.today).length,
    ended: mine.seats
      .filter((seat) => !current.has(seat.id))
      .map(({ id, unitName, position, from, to }) => ({
        id,
        unitName,
        position: positionName(position, ctx.locale),
        from,
        to: to ?? from,
      })),
  }
})

export const handle = titled<typeof loader>((t) => t('duties:me.title'))

export default function Me() {
  const { seats, refresher, others, ended, lapses, villages, doors, hotWork, toObserve, hasJustJoined } = useLoaderData<typeof loader>()
  const { t } = useTranslation('duties')
  const isRefresherLead = refresher?.kind === 'open' && seats.every((seat) => seat.state === 'cleared')
  return (
    <div className="mx-auto max-w-2xl">
      {hasJustJoined && (
        <Notice kind="done" live>
          {t('me.done.joined')}
        </Notice>
      )}
      <MyAnswer seats={seats} />
      {seats.map((seat, nth) => (
        <SeatSection key={seat.id} seat={seat} isOnly={seats.length === 1} isLead={nth === 0 && !isRefresherLead} />
      ))}
      <LapsingLicences lapses={lapses} more="/me/licences" />
      {refresher !== null && <RefresherCard refresher={refresher} isLead={isRefresherLead} />}
      {seats.length > 0 && <OtherDuties others={others} />}
      <MyVillagesLink count={villages} />
      {seats.length > 0 && <MyDoors doors={doors} hotWork={hotWork} toObserve={toObserve} />}
      <EndedSeats ended={ended} />
    </div>
  )
}
