import type { CSSProperties, ReactNode } from 'react'
import { languageTag } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Mark } from '~/ui/shell/mark'
import { QrCode } from './qr-code'
import { useLocale } from './use-locale'
import { Verdict } from './verdict'

export type CardFacts = {
  name: string
  unitName: string
  position: string
  verdict: 'cleared' | 'missing' | 'ahead' | 'ended'
  today: string
  /** First day, where it lies ahead. */
  startsOn: string | null
  until: string | null
  address: string
  token: string
  five: string[]
  /** Sources read in full, and those known from a reprint only. */
  rests: string[]
  reprints: string[]
}

/** A card is paper: light in both themes. */
const paper: CSSProperties & Record<`--${string}`, string> = {
  '--paper': '#fbfaf7',
  '--raised': '#ffffff',
  '--ink': '#1d1b19',
  '--ink2': '#5c5852',
  '--line': '#e4e0d8',
  '--indigo': '#1f4e8c',
  '--vermilion': '#b8291e',
  '--met': '#1b6b4a',
  '--due': '#8a5a00',
  colorScheme: 'light',
}

/** Front and back of 我的明白卡: stacked on a phone, side by side and of wallet size (85.6 × 54 mm) on paper. */
export function WalletCard({ card }: { card: CardFacts }) {
  const { t } = useTranslation('duties')
  return (
    <div className="grid gap-4 text-ink lg:grid-cols-2 print:flex print:gap-0" style={paper}>
      <Face label={t('card.front')}>
        <Front card={card} />
      </Face>
      <Face label={t('card.back')}>
        <Back card={card} />
      </Face>
    </div>
  )
}

function Face({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      className="flex flex-col overflow-hidden rounded border border-line bg-raised p-5 print:h-[54mm] print:w-[85.6mm] print:shrink-0 print:rounded-none print:border-field print:first:border-r-0 print:p-[3mm]"
    >
      {children}
    </section>
  )
}

function Front({ card }: { card: CardFacts }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return (
    <div className="flex h-full flex-col gap-4 sm:flex-row print:flex-row print:gap-[2mm]">
      <div className="flex min-w-0 flex-1 flex-col">
        <p className="flex items-center gap-2 text-14 text-ink2 print:text-[6.5pt]">
          <span className="print:hidden">
            <Mark />
          </span>
          {t('card.name')}
        </p>
        <p className="mt-2 text-28 font-semibold print:mt-[1mm] print:text-[14pt]">{card.name}</p>
        <p className="print:text-[8pt]">{card.unitName}</p>
        <p className="print:text-[8pt]">{card.position}</p>
        <div className="mt-4 print:mt-auto">
          <div className="print:hidden">
            <Verdict kind={card.verdict} />
          </div>
          <div className="hidden print:block [&_span]:!text-[12pt] [&_svg]:!h-[5mm] [&_svg]:!w-[5mm]">
            <Verdict kind={card.verdict} size="small" />
          </div>
          <Validity card={card} />
          <p className="text-14 text-ink2 print:text-[6.5pt]">{t('until.asOf', { day: dayText(card.today, locale) })}</p>
        </div>
      </div>
      <div className="flex flex-col items-center sm:w-44 print:w-[31mm]">
        <QrCode text={card.address} label={t('card.qr')} className="h-44 w-44 print:h-[31mm] print:w-[31mm]" />
        <p className="text-center text-14 text-ink2 print:text-[5.5pt]">{t('card.scan')}</p>
        <p className="mt-1 text-center text-14 tracking-wide print:mt-0 print:text-[5.5pt]">{card.token}</p>
      </div>
    </div>
  )
}

function Validity({ card }: { card: CardFacts }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const { startsOn, until, verdict } = card
  return (
    <div className="print:text-[7.5pt]">
      {startsOn !== null && <p>{t('me.starts', { day: dayText(startsOn, locale) })}</p>}
      {(verdict === 'cleared' || verdict === 'ahead') && (
        <p>{until === null ? t('until.open') : t('until.day', { day: dayText(until, locale) })}</p>
      )}
    </div>
  )
}

/** English needs more room than Chinese for the same five things. */
const tight = { zh: 'print:text-[8.5pt]', en: 'print:text-[7pt]' }

function Back({ card }: { card: CardFacts }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  if (card.five.length === 0) return <p>{t('card.noFive')}</p>
  return (
    <>
      <h2 className="text-18 print:text-[8.5pt]">{t('card.five')}</h2>
      <ol className={`mt-3 flex-1 space-y-2 text-18 print:mt-[1mm] print:space-y-[0.6mm] print:leading-[1.3] ${tight[locale]}`}>
        {card.five.map((thing, nth) => (
          <li key={thing} className="flex gap-3 print:gap-[2mm]">
            <span aria-hidden="true" className="font-semibold text-vermilion">
              {nth + 1}
            </span>
            <span>{thing}</span>
          </li>
        ))}
      </ol>
      <p lang={languageTag.zh} className="mt-3 text-14 text-ink2 print:mt-0 print:text-[4.8pt] print:leading-[1.3]">
        {card.rests.length > 0 && t('card.rests', { names: card.rests.join('；') })}
        {card.reprints.length > 0 && ` ${t('card.reprints', { names: card.reprints.join('；') })}`}
      </p>
    </>
  )
}
