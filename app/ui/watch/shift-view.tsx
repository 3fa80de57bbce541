import type { FormAnswer } from '~/domain/shared/refusal'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { Icon } from '~/ui/kit/icons'
import { Part } from '~/ui/org/facts'
import { EntryForms } from './entry-forms'
import { EntryList } from './entry-list'
import type { ShiftPage } from './shift'
import { ShiftState } from './shift-line'
import { useSpan } from './spans'
import { TakeOverForm } from './take-over-form'

/** A shift on a phone: what is to be done now, who is there, and what was written. */
export function ShiftView({ page, answer }: { page: ShiftPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('watch')
  const span = useSpan()
  const { room, shift, may } = page
  const base = `/units/${room.unitId}/rooms/${room.id}`
  return (
    <div className="mx-auto max-w-2xl">
      <p className="text-ink2">
        <a href={base}>{room.unitName}</a> · <a href={`${base}/weeks/${shift.day}`}>{room.name}</a>
      </p>
      <h1 className="mt-1">{span(shift)}</h1>
      <p className="mt-2 text-18">
        <ShiftState state={shift.state} />
      </p>
      <FormErrors answer={answer} />
      {may.takeOver && <TakeOverForm page={page} answer={answer} />}
      {may.signOn && (
        <form method="post" className="mt-6">
          <p className="mb-3">{t('sign.onText')}</p>
          <Button weight="primary" name="intent" value="signOn" className="w-full sm:w-auto">
            {t('sign.on')}
          </Button>
        </form>
      )}
      {page.nextCheck !== null && (
        <p className={`mt-4 flex gap-2 text-18 ${page.isCheckLate ? 'text-vermilion' : ''}`}>
          <span className="pt-1">
            <Icon name={page.isCheckLate ? 'overdue' : 'due'} />
          </span>
          {t(page.isCheckLate ? 'shift.checkLate' : 'shift.nextCheck', { time: page.nextCheck })}
        </p>
      )}
      {may.write && <EntryForms page={page} answer={answer} />}
      {may.signOff && (
        <form method="post" className="mt-6 border-t border-line pt-4">
          <p className="mb-3 text-ink2">{t('sign.offText')}</p>
          <Button name="intent" value="signOff" className="w-full sm:w-auto">
            {t('sign.off')}
          </Button>
        </form>
      )}
      {!page.isMine && page.side !== 'reader' && <p className="mt-4 text-ink2">{t('shift.notMine')}</p>}
      <Part title={t('shift.people')}>
        <Watchers page={page} />
      </Part>
      <Part title={t('shift.log')}>
        {page.silences.map((silence) => (
          <p key={silence.day + silence.from} className="flex gap-2 py-1 text-due">
            <span className="pt-0.5">
              <Icon name="due" />
            </span>
            {t('shift.silent', { span: span(silence) })}
          </p>
        ))}
        <EntryList entries={page.entries} mayCorrect={may.write} entryId={page.entryId} />
      </Part>
    </div>
  )
}

function Watchers({ page }: { page: ShiftPage }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  return (
    <ul>
      {page.watchers.map(({ personId, name, counts, isPlanned, on, off }) => (
        <li key={personId} className="border-b border-line py-3">
          <p className="font-semibold">
            {name}
            {!isPlanned && <span className="font-normal text-ink2"> {t('shift.notPlanned')}</span>}
            {isPlanned && !counts && <span className="font-normal text-ink2"> {t('week.trainee')}</span>}
          </p>
          <p className={on === null ? 'text-ink2' : ''}>
            {on === null ? t('sign.missing') : t(`sign.way.${on.way}`, { at: instantText(on.at, locale) })}
            {off !== null && <> · {t('sign.offAt', { at: instantText(off, locale) })}</>}
          </p>
          {page.unfit
            .filter((one) => one.name === name)
            .map(({ word }) => (
              <p key={word} className="text-vermilion">
                {t('shift.doesNotCount', { why: t(`why.${word}`) })}
              </p>
            ))}
        </li>
      ))}
    </ul>
  )
}
