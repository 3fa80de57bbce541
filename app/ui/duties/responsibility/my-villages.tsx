import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Empty } from '~/ui/kit/notice'
import { useLocale } from '../use-locale'
import { ResponsibilityDone } from './responsibility-frame'
import type { MyVillages } from './slices'
import { TipCell } from './slices-view'
import { TipForm, TipList } from './tips'

/** The villages that the reader guides, when each was last sent a tip, and the form to record one. */
export function MyVillagesView({ mine, answer }: { mine: MyVillages; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const { villages, tips, today } = mine
  if (villages.length === 0) return <Empty title={t('responsibility.mine.noneTitle')}>{t('responsibility.mine.none')}</Empty>
  return (
    <>
      <ResponsibilityDone />
      <h1 className="mt-1">{t('responsibility.mine.answer', { count: villages.length })}</h1>
      <p className="mt-3 max-w-measure text-ink2">{t('responsibility.mine.lead')}</p>
      <ul className="mt-6 border-t border-line">
        {villages.map((village) => (
          <li key={village.id} className="border-b border-line py-3 sm:grid sm:grid-cols-2 sm:gap-6">
            <div>
              <p className="font-semibold">{village.name}</p>
              <p className="text-14 text-ink2">
                {village.above !== null && `${village.above} · `}
                {t('responsibility.since', { day: dayText(village.from, locale) })}
              </p>
            </div>
            <div className="mt-1 sm:mt-0">
              <TipCell tip={village.tip} />
            </div>
          </li>
        ))}
      </ul>
      <TipForm villages={villages.map(({ id, name }) => ({ value: id, label: name }))} today={today} answer={answer} />
      <TipList tips={tips} />
    </>
  )
}

/** On one's own page: the way to the villages that one guides. */
export function MyVillagesLink({ count }: { count: number }) {
  const { t } = useTranslation('duties')
  if (count === 0) return null
  return (
    <section aria-labelledby="villages" className="mt-10">
      <h2 id="villages" className="text-18">
        {t('responsibility.mine.title')}
      </h2>
      <p>
        <a href="/me/villages" className="inline-flex min-h-touch items-center">
          {t('responsibility.mine.link', { count })}
        </a>
      </p>
    </section>
  )
}
