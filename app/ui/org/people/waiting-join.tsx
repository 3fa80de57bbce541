import { useTranslation } from '~/i18n/words'
import { Button } from '../../kit/button'
import { ClashChoice, type ClashView } from './clash-choice'
import type { PositionChoice } from './position-field'

type Waiting = {
  id: string
  name: string
  phone: string
  position: string
  positionName: string
  from: string
  asked: string
  known: boolean
  clashes: ClashView[]
}

/** One request: who, what, from when. One tap confirms it; where a known person may be meant, the manager says which. */
export function WaitingJoin({ join, positions }: { join: Waiting; positions: PositionChoice[] }) {
  const { t } = useTranslation('people')
  const field = `position-${join.id}`
  return (
    <li className="py-5">
      <h2 className="text-18">{join.name}</h2>
      <p>
        {join.positionName} · {t('joins.from', { from: join.from })}
      </p>
      <p className="text-ink2">
        {join.phone} · {t('joins.asked', { asked: join.asked })}
      </p>
      {join.known && <p className="text-ink2">{t('joins.known')}</p>}
      <form method="post" className="mt-3">
        <input type="hidden" name="joinId" value={join.id} />
        {join.clashes.length > 0 && <ClashChoice clashes={join.clashes} name={join.name} />}
        <div className="flex flex-wrap gap-3">
          {join.clashes.length === 0 && (
            <Button weight="primary" name="intent" value="confirm" aria-label={t('joins.confirmName', { name: join.name })}>
              {t('joins.confirm')}
            </Button>
          )}
          <Button name="intent" value="decline" aria-label={t('joins.declineName', { name: join.name })}>
            {t('joins.decline')}
          </Button>
        </div>
        <details className="mt-2">
          <summary className="flex min-h-touch items-center text-indigo underline underline-offset-4">{t('joins.changePosition')}</summary>
          <label htmlFor={field} className="font-semibold">
            {t('field.position')}
          </label>
          <select
            id={field}
            name="position"
            defaultValue={join.position}
            className="mt-1 block min-h-touch w-full max-w-md rounded border border-field bg-raised px-3 py-2 text-16 text-ink"
          >
            {positions.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <p className="mt-1 text-14 text-ink2">{t('joins.changePositionHint')}</p>
        </details>
      </form>
    </li>
  )
}
