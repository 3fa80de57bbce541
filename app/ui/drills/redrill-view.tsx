import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { LinkButton } from '~/ui/kit/button'
import { Line } from './record-line'
import type { OwedRedrill, RedrillShown, RelatedDrill } from './redrill'
import type { UnitDrills } from './unit-drills'

/** That it has to be practised again and was not yet; by when, where a day is named. */
export function Owed({ owed: { by, isLate } }: { owed: OwedRedrill }) {
  const { t } = useTranslation('drills')
  const locale = useLocale()
  return (
    <span className={`font-semibold ${isLate ? 'text-vermilion' : 'text-due'}`}>
      {t(by === null ? 'redrill.owed' : isLate ? 'redrill.late' : 'redrill.owedBy', { day: by === null ? '' : dayText(by, locale) })}
    </span>
  )
}

function Related({ drill: { id, title, on, state }, target }: { drill: RelatedDrill; target: 'record' | 'page' }) {
  const { t } = useTranslation('drills')
  const locale = useLocale()
  const isOver = state === 'held' || state === 'signed' || state === 'open-again'
  return (
    <>
      <a href={target === 'record' && isOver ? `/drills/${id}/record` : `/drills/${id}`} className="inline-flex min-h-touch items-center">
        {title}
      </a>{' '}
      <span className="text-ink2">
        {dayText(on, locale)} · {t(`state.${state}`)}
      </span>
    </>
  )
}

const isSilent = ({ answers, answeredBy, owed }: RedrillShown): boolean => answers === null && answeredBy.length === 0 && owed === null

/** On the record: what it practises again, and what practises it again; nothing where neither is. */
export function RedrillLine({ shown }: { shown: RedrillShown }) {
  const { t } = useTranslation('drills')
  if (isSilent(shown)) return null
  return (
    <Line what={t('redrill.title')}>
      <Relations shown={shown} target="record" />
    </Line>
  )
}

function Relations({ shown: { answers, answeredBy, owed }, target }: { shown: RedrillShown; target: 'record' | 'page' }) {
  const { t } = useTranslation('drills')
  return (
    <>
      {answers !== null && (
        <p>
          {t('redrill.answers')} <Related drill={answers} target={target} />
        </p>
      )}
      {owed !== null && (
        <p>
          <Owed owed={owed} />
        </p>
      )}
      {answeredBy.map((drill) => (
        <p key={drill.id}>
          {t('redrill.answeredBy')} <Related drill={drill} target={target} />
        </p>
      ))}
    </>
  )
}

type PartProps = { shown: RedrillShown; drillId: string; unitId: string; isManaged: boolean }

/** On the drill's own pages: the same, and for whoever manages the unit the way to plan what is owed, or to enter it where it was held. */
export function RedrillPart({ shown, drillId, unitId, isManaged }: PartProps) {
  const { t } = useTranslation('drills')
  if (isSilent(shown)) return null
  const isPlanned = shown.answeredBy.some(({ state }) => state !== 'called-off')
  return (
    <section className="my-6" aria-labelledby="redrill">
      <h2 id="redrill" className="text-18">
        {t('redrill.title')}
      </h2>
      <Relations shown={shown} target="page" />
      {isManaged && shown.owed !== null && !isPlanned && (
        <p className="mt-1 flex flex-wrap items-center gap-x-5 gap-y-2">
          <LinkButton href={`/units/${unitId}/drills/new?answers=${drillId}`}>{t('redrill.plan')}</LinkButton>
          <a href={`/units/${unitId}/drills/past?answers=${drillId}`} className="inline-flex min-h-touch items-center">
            {t('redrill.past')}
          </a>
        </p>
      )}
    </section>
  )
}

/** Drills of a unit that are still to be practised again, what is due first on top. */
export function OwedRedrills({ page: { unit, owed, isManaged } }: { page: UnitDrills }) {
  const { t } = useTranslation('drills')
  const locale = useLocale()
  if (owed.length === 0) return null
  return (
    <section className="mt-8" aria-labelledby="owed">
      <h2 id="owed">{t('redrill.list', { count: owed.length })}</h2>
      <ul className="mt-2 border-t border-line">
        {owed.map((line) => (
          <li key={line.id} className="border-b border-line py-3">
            <a href={`/drills/${line.id}`} className="inline-flex min-h-touch items-center font-semibold">
              {line.title}
            </a>
            <p>
              <Owed owed={line.owed} />
            </p>
            <p className="text-14 text-ink2">
              {t('redrill.heldOn', { day: dayText(line.on, locale) })} · {line.target}
              {line.isPlanned && ` · ${t('redrill.isPlanned')}`}
            </p>
            {isManaged && !line.isPlanned && (
              <a href={`/units/${unit.id}/drills/new?answers=${line.id}`} className="inline-flex min-h-touch items-center">
                {t('redrill.plan')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** On a form: which drill it practises again; the form keeps it. */
export function Answers({ answers }: { answers: RelatedDrill | null }) {
  const { t } = useTranslation('drills')
  const locale = useLocale()
  if (answers === null) return null
  return (
    <p className="mb-5 border-l-4 border-due pl-3">
      {t('redrill.form', { title: answers.title, day: dayText(answers.on, locale) })}
      <input type="hidden" name="answers" value={answers.id} />
    </p>
  )
}
