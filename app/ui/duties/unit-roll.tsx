import type { ReactNode } from 'react'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { WhyLink } from './opened-why'
import type { Roll, RollGroupName, RollRow } from './roll'
import { RollFilter } from './roll-filter'
import { StandingLines } from './standing-line'
import { useLocale } from './use-locale'
import { Verdict } from './verdict'

/** Links of a row's name; null where the reader may not open people. */
type PersonHref = ((personId: string) => string) | null

/** Who may not work today, and why: the answer, the counts, then names. `children` are the ways on. */
export function UnitRoll({ roll, personHref, children }: { roll: Roll; personHref: PersonHref; children?: ReactNode }) {
  const { t } = useTranslation('duties')
  const { counts, inPost, mayWork, filter } = roll
  const later = counts.soon + counts.ready
  const answer = counts.blocked > 0 ? 'unit.answer' : inPost > 0 ? 'unit.answerNone' : 'unit.answerEmpty'
  return (
    <>
      <p className="text-ink2">
        {roll.unit.name} · {roll.unit.place}
      </p>
      <h1 className={`mt-1 ${counts.blocked > 0 ? 'text-vermilion' : ''}`}>{t(answer, { n: counts.blocked })}</h1>
      <div className="mt-3">
        {inPost > 0 && <p>{t('unit.sum', { inPost, mayWork, blocked: counts.blocked })}</p>}
        {later > 0 && <p>{t('unit.sumSoon', { n: later, ready: counts.ready, soon: counts.soon })}</p>}
        {roll.hasSeveralPosts && <p className="text-14 text-ink2">{t('unit.perPost')}</p>}
      </div>
      {children}
      {inPost + later > 0 && <RollFilter roll={roll} />}
      {filter.isOn && roll.total === 0 && <Empty title={t('unit.nobody')}>{t('unit.nobodyHint')}</Empty>}
      {roll.groups.map(
        ({ group, rows }) => rows.length > 0 && <Group key={group} group={group} rows={rows} roll={roll} personHref={personHref} />,
      )}
      {roll.pages > 1 && <Pager page={roll.page} pages={roll.pages} total={roll.total} search={filter.search} />}
    </>
  )
}

type GroupProps = { group: RollGroupName; rows: RollRow[]; roll: Roll; personHref: PersonHref }
const isFolded = (group: RollGroupName): boolean => group === 'cleared' || group === 'ready'

function Group({ group, rows, roll, personHref }: GroupProps) {
  const { t } = useTranslation('duties')
  const list = (
    <ul className="mt-2 border-t border-line">
      {rows.map((row) => (
        <Row key={row.postId} row={row} group={group} roll={roll} personHref={personHref} />
      ))}
    </ul>
  )
  return (
    <section aria-labelledby={`group-${group}`} className="mt-8">
      <h2 id={`group-${group}`} className={`text-18 ${group === 'blocked' ? 'text-vermilion' : ''}`}>
        {t('unit.groupCount', { group: t(`unit.group.${group}`), n: roll.found[group] })}
      </h2>
      {group === 'overdue' && <p className="text-ink2">{t('unit.groupHint.overdue')}</p>}
      {isFolded(group) ? (
        <details open={rows.some(({ postId }) => postId === roll.why)}>
          <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">
            {t('unit.show', { n: rows.length })}
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
    </section>
  )
}

function Row({ row, group, roll, personHref }: Omit<GroupProps, 'rows'> & { row: RollRow }) {
  return (
    <li id={`post-${row.postId}`} className="border-b border-line py-4 last:border-b-0 sm:grid sm:grid-cols-[14rem_1fr] sm:gap-6">
      <div>
        <p className="text-18 font-semibold">{personHref === null ? row.name : <a href={personHref(row.personId)}>{row.name}</a>}</p>
        <p className="text-ink2">{row.position}</p>
        <p className="text-14 text-ink2">
          <Beginning row={row} />
        </p>
      </div>
      <div className="mt-2 sm:mt-0">
        {group === 'blocked' && (
          <p className="mb-4">
            <Verdict kind="missing" size="small" />
          </p>
        )}
        {isFolded(group) && <Until row={row} roll={roll} />}
        {row.lines.length > 0 && (
          <div className={isFolded(group) ? '' : 'sm:-mt-4'}>
            <StandingLines lines={row.lines} isNested />
          </div>
        )}
      </div>
    </li>
  )
}

function Beginning({ row }: { row: RollRow }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const day = dayText(row.from, locale)
  if (row.startsIn > 1) return <>{t('unit.soon', { n: row.startsIn, day })}</>
  if (row.startsIn === 1) return <>{t('unit.tomorrow', { day })}</>
  return <>{row.startsIn === 0 ? t('unit.today') : t('unit.since', { day })}</>
}

/** Until when she may work, which opens to all her duties there. */
function Until({ row, roll: { why, page, filter } }: { row: RollRow; roll: Roll }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const isOpen = why === row.postId
  const query = new URLSearchParams(filter.search)
  if (page > 1) query.set('page', String(page))
  if (!isOpen) query.set('why', row.postId)
  return (
    <p className="flex flex-wrap items-center gap-x-6">
      <span className="text-met">{row.until === null ? t('unit.untilOpen') : t('unit.until', { day: dayText(row.until, locale) })}</span>
      <WhyLink href={`?${query}#post-${row.postId}`} isOpen={isOpen} about={{ name: row.name, duty: row.position }} />
    </p>
  )
}
