import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { Icon } from '~/ui/kit/icons'
import { Empty } from '~/ui/kit/notice'
import { type Column, Table } from '~/ui/kit/table'
import { DutyClause } from '../duty-clause'
import { useLocale } from '../use-locale'
import type { Bearer, GapLine, Matrix, TaskRow } from './matrix'
import { ResponsibilityFrame } from './responsibility-frame'

/** Who trains whom at a place: gaps first and by name, then the plan's whole split. */
export function MatrixView({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation('duties')
  const { frame, plans, gaps, tasks } = matrix
  const title = plans.length === 0 ? 'noPlan' : gaps.length > 0 ? 'gaps' : 'whole'
  const planHref = `/street/responsibility/plan?place=${frame.place?.id ?? ''}`
  return (
    <ResponsibilityFrame
      frame={frame}
      isOpen={gaps.length > 0}
      title={t(`responsibility.tasks.${title}`, { n: gaps.length, tasks })}
      lead={<p>{t('responsibility.tasks.lead')}</p>}
    >
      {plans.length === 0 && (
        <Empty title={t('responsibility.tasks.emptyTitle')}>{t(`responsibility.tasks.${frame.isWhole ? 'empty' : 'emptyReadOnly'}`)}</Empty>
      )}
      {frame.isWhole && plans.length === 0 && (
        <p className="no-print">
          <LinkButton href={planHref} weight="primary">
            {t('responsibility.plan.choose')}
          </LinkButton>
        </p>
      )}
      {gaps.length > 0 && <Gaps gaps={gaps} />}
      {plans.map((plan) => (
        <PlanTable key={plan.document} plan={plan} />
      ))}
      {frame.isWhole && plans.length > 0 && (
        <p className="no-print mt-8">
          <a href={planHref} className="inline-flex min-h-touch items-center">
            {t('responsibility.plan.change')}
          </a>
        </p>
      )}
    </ResponsibilityFrame>
  )
}

function Gaps({ gaps }: { gaps: readonly GapLine[] }) {
  const { t } = useTranslation('duties')
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps" className="text-18">
        {t('responsibility.gaps')}
      </h2>
      <ul className="mt-2 border-t border-line">
        {gaps.map((gap) => (
          <Gap key={gap.key} gap={gap} />
        ))}
      </ul>
    </section>
  )
}

function Gap({ gap }: { gap: GapLine }) {
  const { t } = useTranslation('duties')
  const { kind, name, unit, tasks, href } = gap
  return (
    <li className="flex gap-3 border-b border-line py-3">
      <span className="mt-1 text-due">
        <Icon name="overdue" />
      </span>
      <div className="min-w-0 flex-1 sm:flex sm:justify-between sm:gap-6">
        <div>
          <p>
            <span className="font-semibold">{unit ?? name}</span>
            <span className="ml-2 text-due">{t(`responsibility.gap.${kind}`, { name })}</span>
          </p>
          {tasks.length > 0 && (
            <p className="text-ink2">{t('responsibility.gapTasks', { tasks: tasks.join(t('responsibility.semicolon')) })}</p>
          )}
        </div>
        {href !== null && (
          <a href={href} className="no-print inline-flex min-h-touch shrink-0 items-center sm:items-start">
            {t(`responsibility.close.${href.startsWith('/duties/') ? 'readDuty' : kind}`)}
          </a>
        )}
      </div>
    </li>
  )
}

function PlanTable({ plan }: { plan: Matrix['plans'][number] }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const columns: Column<TaskRow>[] = [
    { key: 'audience', head: t('responsibility.column.audience'), cell: (row) => row.audience },
    { key: 'task', head: t('responsibility.column.task'), cell: (row) => row.task },
    { key: 'often', head: t('responsibility.column.often'), cell: (row) => row.often },
    { key: 'who', head: t('responsibility.column.who'), cell: (row) => <Bearers row={row} /> },
    { key: 'clause', head: t('responsibility.column.clause'), cell: (row) => <Clause row={row} /> },
  ]
  return (
    <section aria-labelledby={plan.document} className="mt-10">
      <h2 id={plan.document} className="text-18">
        {plan.title}
      </h2>
      <p className="mb-2 text-ink2">
        {t('responsibility.plan.since', { place: plan.place, day: dayText(plan.from, locale), count: plan.tasks.length })}
      </p>
      <Table caption={plan.title} columns={columns} rows={plan.tasks} rowKey={(row) => row.id} />
    </section>
  )
}

function Bearers({ row }: { row: TaskRow }) {
  return (
    <ul className="min-w-40 text-left">
      {row.bearers.map((bearer) => (
        <li key={bearer.id} className="mb-2 last:mb-0">
          <BearerLine bearer={bearer} />
        </li>
      ))}
    </ul>
  )
}

function BearerLine({ bearer }: { bearer: Bearer }) {
  const { t } = useTranslation('duties')
  const { name, count, units, settledBy, href } = bearer
  const isOpen = count === 0 || (count === null && units.length === 0 && settledBy === null && href !== null)
  return (
    <>
      <span className="font-semibold">{name ?? t('responsibility.nobodyNamed')}</span>
      {count !== null && count > 0 && <p className="text-ink2">{t('responsibility.everyUnit', { count })}</p>}
      {units.map((unit) => (
        <p key={unit.name}>
          {unit.contact === null ? unit.name : t('responsibility.unitContact', { unit: unit.name, contact: unit.contact })}
        </p>
      ))}
      {settledBy !== null && <p className="text-ink2">{t('responsibility.settledBy', { place: settledBy })}</p>}
      {isOpen && <p className="text-due">{t(count === 0 ? 'responsibility.noSuchUnit' : 'responsibility.open')}</p>}
      {href !== null && (
        <a href={href} className="no-print inline-flex min-h-touch items-center">
          {t(isOpen ? 'responsibility.close.unassigned' : 'responsibility.change')}
        </a>
      )}
    </>
  )
}

function Clause({ row }: { row: TaskRow }) {
  const { t } = useTranslation('duties')
  return (
    <div className="text-left">
      {row.duty !== null && (
        <p>
          <a href={`/duties/${row.duty.id}`}>{row.duty.title}</a>
          {row.gaps.includes('dutyOff') && <span className="ml-2 text-due">{t('responsibility.isOff')}</span>}
        </p>
      )}
      <details>
        <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">
          {t('responsibility.clause')}
        </summary>
        {row.source.map((source) => (
          <DutyClause key={`${source.of} ${source.quote}`} source={source} />
        ))}
        {row.policy !== null && <p className="text-14 text-ink2">{row.policy}</p>}
      </details>
    </div>
  )
}
