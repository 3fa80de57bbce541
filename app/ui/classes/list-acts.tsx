import { leavingReasons } from '~/domain/classes/members'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field } from '~/ui/kit/field'
import type { ListLine, ListPage } from './programmes'

const input = 'block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink'
type Props = { page: ListPage; answer: FormAnswer | undefined }

/** Draws the list from the register as it was on a day; again as often as wanted before it is frozen. */
export function Draw({ page: { state, today, drawnOn }, answer }: Props) {
  const { t } = useTranslation('classes')
  return (
    <form method="post" className="no-print mt-5 max-w-measure">
      <input type="hidden" name="intent" value="draw" />
      <p className="mb-3">{t('list.drawWhat')}</p>
      <Field name="on" type="date" label={t('list.drawOn')} value={drawnOn ?? today} max={today} answer={answer} required />
      <Button weight={state === 'empty' ? 'primary' : 'plain'} className="w-full sm:w-auto">
        {t(state === 'empty' ? 'list.draw' : 'list.drawAgain')}
      </Button>
    </form>
  )
}

/** Freezing cannot be taken back: what follows is said first. */
export function Freeze({ page: { programme, listed } }: { page: ListPage }) {
  const { t } = useTranslation('classes')
  return (
    <form method="post" className="no-print mt-6 max-w-measure border-t border-line pt-4">
      <input type="hidden" name="intent" value="freeze" />
      <p className="mb-3">{t(`list.freezeWhat.${programme.binds}`, { year: programme.year, count: listed })}</p>
      <Button weight="primary" className="w-full sm:w-auto">
        {t('list.freeze')}
      </Button>
    </form>
  )
}

/** Looks for a unit, or a person, by name and puts it on the list with words that say why. */
export function PutOn({ page: { programme, found, find, today, state } }: Props) {
  const { t } = useTranslation('classes')
  return (
    <details className="no-print mt-6 max-w-measure" open={found !== null}>
      <summary className="opens inline-flex min-h-touch items-center">{t(`list.putOn.${programme.binds}`)}</summary>
      <form method="get" className="flex gap-3">
        <input
          type="search"
          name="find"
          defaultValue={find}
          aria-label={t('list.byName')}
          placeholder={t('list.byName')}
          className={input}
        />
        <Button className="shrink-0">{t('list.find')}</Button>
      </form>
      {found !== null && found.length === 0 && <p className="mt-3 text-ink2">{t('list.notFound', { name: find })}</p>}
      <ul className="mt-2">
        {(found ?? []).map(({ unitId, personId, name, unit, place }) => (
          <li key={`${unitId}${personId}`} className="border-b border-line py-3">
            <p className="font-semibold">{name}</p>
            <p className="text-14 text-ink2">{[unit, place].filter(Boolean).join(' · ')}</p>
            <form method="post" className="mt-2 grid gap-3 sm:grid-cols-[10rem_1fr_auto]">
              <input type="hidden" name="intent" value="on" />
              <input type="hidden" name="unitId" value={unitId} />
              <input type="hidden" name="personId" value={personId} />
              <input type="date" name="on" defaultValue={today} max={today} aria-label={t('list.onDay')} className={input} />
              <input
                name="reason"
                maxLength={300}
                required
                aria-label={t('list.reason')}
                placeholder={t('list.reason')}
                className={input}
              />
              <Button>{t(state === 'frozen' ? 'list.join' : 'list.add')}</Button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Takes a line off: in the review with words, of a frozen list with day and kind besides. */
export function TakeOff({ line: { id, name, from }, page: { state, today }, answer }: Props & { line: ListLine }) {
  const { t } = useTranslation('classes')
  const isThis = answer !== undefined && answer.values.memberId === id
  return (
    <details className="no-print sm:text-right" open={isThis}>
      <summary className="opens inline-flex min-h-touch items-center" aria-label={t('list.takeOffName', { name })}>
        {t('list.takeOff')}
      </summary>
      <form method="post" className="mt-2 grid gap-3 text-left sm:w-96">
        <input type="hidden" name="intent" value="off" />
        <input type="hidden" name="memberId" value={id} />
        {state === 'frozen' && (
          <>
            <input
              type="date"
              name="on"
              defaultValue={isThis ? (answer.values.on ?? today) : today}
              min={from}
              max={today}
              aria-label={t('list.offDay')}
              className={input}
            />
            <select name="why" defaultValue={isThis ? answer.values.why : 'closed'} aria-label={t('list.offWhy')} className={input}>
              {leavingReasons.map((why) => (
                <option key={why} value={why}>
                  {t(`leaving.${why}`)}
                </option>
              ))}
            </select>
          </>
        )}
        <input
          name="reason"
          defaultValue={isThis ? answer.values.reason : ''}
          maxLength={300}
          required
          aria-label={t('list.reason')}
          placeholder={t('list.reason')}
          className={input}
        />
        <Button weight="danger">{t('list.takeOff')}</Button>
      </form>
    </details>
  )
}
