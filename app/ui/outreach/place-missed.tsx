import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import type { MissedRow, NextLesson, PlacePage } from './place'

/** The place whose posters are meant, or one site of it alone. */
type Where = { place: string; site?: string }

const printing = (lesson: string, { place, site }: Where): string =>
  `/street/posters/print?${new URLSearchParams({ place, lesson, ...(site === undefined ? {} : { site }) })}`

/** One lesson to hang next, and why just this one. */
export function NextToHang({ next, ...where }: { next: NextLesson | null } & Where) {
  const { t } = useTranslation('outreach')
  if (next === null) return null
  return (
    <section aria-labelledby="next" className="mt-8 max-w-measure rounded border border-line bg-raised p-4">
      <h2 id="next">{t('place.next.title', { lesson: next.title })}</h2>
      <p className="mt-1 text-ink2">{t(`place.next.${next.because}`, { stem: next.stem })}</p>
      <p className="no-print mt-3">
        <LinkButton href={printing(next.id, where)}>{t('place.next.print')}</LinkButton>
      </p>
    </section>
  )
}

/** A question with how many got it wrong, what most of them chose, and what to hang for it. */
export function Missed({ row, ...where }: { row: MissedRow } & Where) {
  const { t } = useTranslation('outreach')
  const percent = Math.round((row.wrong / row.answers) * 100)
  return (
    <li className="border-b border-line py-4">
      <p className="font-semibold">{row.stem}</p>
      <div aria-hidden="true" className="mt-2 h-2 overflow-hidden rounded bg-line">
        <div className="h-full bg-due" style={{ width: `${percent}%` }} />
      </div>
      <p className="mt-2">{t('place.missed.share', { answers: row.answers, wrong: row.wrong, percent })}</p>
      <p className="text-ink2">{t('place.missed.chosen', { chosen: row.chosen, lesson: row.lesson })}</p>
      <p>
        <a href={printing(row.leads.id, where)} className="inline-flex min-h-touch items-center">
          {t('place.missed.leads', { lesson: row.leads.title })}
        </a>
      </p>
    </li>
  )
}

export function MissedQuestions({ page: { missed, enough, counts, frame } }: { page: PlacePage }) {
  const { t } = useTranslation('outreach')
  if (counts.opened === 0) return null
  return (
    <section aria-labelledby="missed" className="mt-10 max-w-measure">
      <h2 id="missed">{t(missed.length === 0 ? 'place.missed.none' : 'place.missed.title')}</h2>
      <p className="mt-1 text-ink2">{t('place.missed.lead', { ...enough })}</p>
      {missed.length > 0 && (
        <ul className="mt-2">
          {missed.map((row) => (
            <Missed key={row.key} row={row} place={frame.place.id} />
          ))}
        </ul>
      )}
    </section>
  )
}
