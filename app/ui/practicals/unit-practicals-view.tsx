import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { Empty } from '~/ui/kit/notice'
import { AssessmentLines } from './assessment-lines'
import type { UnitPracticals } from './unit-practicals'

/** What was assessed at a unit, who still lacks what, and starting one. */
export function UnitPracticalsView({ page }: { page: UnitPracticals }) {
  const { t } = useTranslation('practicals')
  const { unit, lacking, open, past, checklists } = page
  const start = (personId: string, checklist: string) =>
    `/units/${unit.id}/practicals/new?${new URLSearchParams({ person: personId, checklist })}`
  return (
    <>
      <p className="text-ink2">{unit.name}</p>
      <h1 className="mt-1">{lacking.length === 0 ? t('unit.nobody') : t('unit.lacking', { count: lacking.length })}</h1>
      <p className="mt-2 max-w-measure text-ink2">{t('unit.policy')}</p>
      <p className="mt-5">
        <LinkButton href={`/units/${unit.id}/practicals/new`} weight="primary">
          {t('unit.start')}
        </LinkButton>
      </p>
      {lacking.length > 0 && (
        <ul className="mt-6">
          {lacking.map(({ id, name, positions, checklists: missing }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-6 border-t border-line py-2">
              <span className="basis-full sm:basis-56">
                <span className="font-semibold">{name}</span> <span className="text-14 text-ink2">{positions}</span>
              </span>
              {missing.map((checklist) => (
                <a
                  key={checklist.id}
                  href={checklist.open === null ? start(id, checklist.id) : `/practicals/${checklist.open}`}
                  className="inline-flex min-h-touch items-center"
                >
                  {checklist.open === null ? checklist.title : t('unit.underWay', { title: checklist.title })}
                </a>
              ))}
            </li>
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <section className="mt-10">
          <h2>{t('unit.open', { count: open.length })}</h2>
          <AssessmentLines lines={open} />
        </section>
      )}
      <section className="mt-10">
        <h2>{t('unit.past', { count: past.length })}</h2>
        {past.length === 0 ? <Empty title={t('unit.none')}>{t('unit.noneWhat')}</Empty> : <AssessmentLines lines={past} />}
      </section>
      <section className="mt-10">
        <h2>{t('unit.checklists')}</h2>
        <ul className="mt-2">
          {checklists.map(({ id, title, shows, minutes, count }) => (
            <li key={id} className="border-t border-line py-3">
              <p className="font-semibold">{title}</p>
              <p className="text-ink2">
                {shows} {t('unit.size', { minutes, count })}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
