import { useTranslation } from '~/i18n/words'
import { Button } from '../../kit/button'
import { Notice } from '../../kit/notice'

const told = ['confirmed', 'merged', 'declined', 'reopened']

/** What was just decided, and the next thing about it. */
export function DecidedNotice({
  unitId,
  done,
  join,
  person,
}: {
  unitId: string
  done: string | null
  join: string | null
  person: string | null
}) {
  const { t } = useTranslation('people')
  if (done === null || !told.includes(done)) return null
  return (
    <Notice kind={done === 'declined' ? 'plain' : 'done'} title={t(`joins.done.${done}`)} live>
      {done === 'merged' && <p>{t('joins.done.mergedText')}</p>}
      {person !== null && (
        <p>
          <a className="inline-flex min-h-touch items-center" href={`/units/${unitId}/people/${encodeURIComponent(person)}`}>
            {t('joins.done.person')}
          </a>
        </p>
      )}
      {done === 'declined' && join !== null && <Undo id={join} />}
    </Notice>
  )
}

/** Requests declined in the last days, each with its way back. */
export function DeclinedList({ declined }: { declined: { id: string; name: string; position: string; at: string }[] }) {
  const { t } = useTranslation('people')
  if (declined.length === 0) return null
  return (
    <details className="mt-10 border-t border-line pt-2">
      <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">
        {t('joins.declinedTitle', { count: declined.length })}
      </summary>
      <ul className="divide-y divide-line">
        {declined.map(({ id, name, position, at }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 py-3">
            <span>
              {name} · {position} · <span className="text-ink2">{at}</span>
            </span>
            <Undo id={id} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Undo({ id }: { id: string }) {
  const { t } = useTranslation('people')
  return (
    <form method="post" className="mt-1">
      <input type="hidden" name="joinId" value={id} />
      <Button name="intent" value="reopen">
        {t('joins.undo')}
      </Button>
    </form>
  )
}
