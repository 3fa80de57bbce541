import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button, LinkButton } from '~/ui/kit/button'
import { Field, FormErrors, TextArea } from '~/ui/kit/field'
import { Icon } from '~/ui/kit/icons'
import { lineLooks } from './list-coverage-lines'
import { useLineWords } from './list-coverage-words'
import type { ListLine } from './list-line'

/** Why a line of the list stands as it does, and for whoever runs the programme the way to excuse it. */
export function ListLineView({ page, answer }: { page: ListLine; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classcover')
  const locale = useLocale()
  const { row, said } = page
  const { icon, tone } = lineLooks[row.state]
  const words = useLineWords()(row)
  return (
    <div className="max-w-measure">
      <p className="no-print">
        <a href={`/street/classes/${page.programmeId}/coverage`} className="inline-flex min-h-touch items-center">
          {t('lineBack')}
        </a>
      </p>
      <p className="text-ink2">
        {page.title} · {page.place}
      </p>
      <h1 className="mt-1">{row.name}</h1>
      <p className={`mt-3 flex items-center gap-2 font-semibold ${tone}`}>
        <Icon name={icon} /> {t(`state.${row.state}`)}
      </p>
      <ul className="mt-1">
        {words.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mt-2 text-ink2">
        {[row.unit, row.street, row.place === row.street ? null : row.place, row.sector].filter((word) => word !== null).join(' · ')}
      </p>
      <p className="text-ink2">
        {t('line.listed', { day: dayText(row.from, locale) })} {row.why}
      </p>
      {page.mayExcuse && row.state === 'missing' && row.holds === null && (
        <p className="no-print mt-4">
          <LinkButton weight="primary" href={`/street/classes/${page.programmeId}/make-up?member=${row.id}`}>
            {t('makeUp.one')}
          </LinkButton>
        </p>
      )}
      <Sat page={page} />
      {said.length > 0 && (
        <section aria-labelledby="said" className="mt-8">
          <h2 id="said">{t('excuse.said')}</h2>
          <ul className="mt-2">
            {said.map(({ on, by, why, until, ends }) => (
              <li key={`${on} ${why}`} className="border-b border-line py-2">
                {t(ends ? 'excuse.ended' : 'excuse.given', { why })}
                <span className="block text-14 text-ink2">
                  {t('line.excusedBy', { day: dayText(on, locale), by })}
                  {until !== null && ` ${t('line.excusedUntil', { day: dayText(until, locale) })}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {page.mayExcuse && <ExcuseForm isExcused={row.state === 'excused'} answer={answer} />}
    </div>
  )
}

function Sat({ page: { sat, binds } }: { page: ListLine }) {
  const { t } = useTranslation('classcover')
  const locale = useLocale()
  return (
    <section aria-labelledby="sat" className="mt-8">
      <h2 id="sat">{t('sat.title')}</h2>
      {sat.length === 0 && <p className="mt-2 text-ink2">{t('sat.none')}</p>}
      <ul className="mt-2">
        {sat.map(({ part, name, classTitle, classId, on, state, counts, asDeputy }) => (
          <li key={`${part} ${name} ${classTitle} ${on}`} className="border-b border-line py-2">
            {t('sat.one', { part, name, state: t(`sat.state.${state}`) })}
            {asDeputy && binds === 'unit' && ` ${t('sat.deputy')}`}
            <span className="block text-14 text-ink2">
              {dayText(on, locale)} · {classId === null ? classTitle : <a href={`/classes/${classId}`}>{classTitle}</a>}
              {!counts && ` · ${t('sat.notCounted')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ExcuseForm({ isExcused, answer }: { isExcused: boolean; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classcover')
  return (
    <section aria-labelledby="excuse" className="no-print mt-8">
      <h2 id="excuse">{t(isExcused ? 'excuse.endTitle' : 'excuse.title')}</h2>
      <p className="mt-1 text-ink2">{t(isExcused ? 'excuse.endLead' : 'excuse.lead')}</p>
      <form method="post" className="mt-4">
        <FormErrors answer={answer} />
        <input type="hidden" name="intent" value={isExcused ? 'end' : 'excuse'} />
        <TextArea name="why" label={t('excuse.why')} rows={3} answer={answer} />
        {!isExcused && <Field name="until" type="date" label={t('excuse.until')} hint={t('excuse.untilHint')} answer={answer} />}
        <Button weight={isExcused ? 'plain' : 'primary'}>{t(isExcused ? 'excuse.end' : 'excuse.do')}</Button>
      </form>
    </section>
  )
}
