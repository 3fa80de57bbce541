import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, type Option, Select } from '~/ui/kit/field'
import { Icon } from '~/ui/kit/icons'
import { Empty } from '~/ui/kit/notice'
import type { CoverShown } from './cover'
import { useLength, useSpan } from './spans'
import { TraitBoxes } from './trait-boxes'

type Page = {
  unit: { id: string; name: string }
  isManager: boolean
  today: string
  thisMonday: string
  rooms: { id: string; name: string; to: string | null; cover: CoverShown | null }[]
  jurisdictions: Option[]
}

/** A unit's control rooms: how many hours of the next week have too few, room by room. */
export function RoomsView({ page, answer }: { page: Page; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  const length = useLength()
  const minutes = page.rooms.reduce((sum, { cover }) => sum + (cover?.minutes ?? 0), 0)
  const open = page.rooms.filter(({ to }) => to === null || to >= page.today)
  const title = open.length === 0 ? t('rooms.title') : minutes > 0 ? t('rooms.short', { length: length(minutes) }) : t('rooms.covered')
  return (
    <>
      <p className="text-ink2">{page.unit.name}</p>
      <h1 className={`mt-1 ${minutes > 0 ? 'text-vermilion' : ''}`}>{title}</h1>
      {open.length === 0 && <Empty title={t('rooms.none')}>{t(page.isManager ? 'rooms.noneManager' : 'rooms.noneReader')}</Empty>}
      <ul className="mt-6 max-w-measure">
        {page.rooms.map(({ id, name, to, cover }) => (
          <li key={id} className="border-b border-line py-4">
            <a href={`/units/${page.unit.id}/rooms/${id}`} className="inline-flex min-h-touch items-center text-18 font-semibold">
              {name}
            </a>
            {to !== null && <p className="text-ink2">{t('rooms.over', { day: dayText(to, locale) })}</p>}
            {cover !== null && <RoomCover cover={cover} />}
            {cover !== null && (
              <p>
                <a href={`/units/${page.unit.id}/rooms/${id}/weeks/${page.thisMonday}`} className="inline-flex min-h-touch items-center">
                  {t('rooms.week')}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
      {page.isManager && <AddRoom page={page} answer={answer} isFirst={open.length === 0} />}
    </>
  )
}

function RoomCover({ cover }: { cover: CoverShown }) {
  const { t } = useTranslation('watch')
  const span = useSpan()
  const length = useLength()
  const [next] = cover.gaps
  if (next === undefined)
    return (
      <p className="inline-flex items-center gap-2 text-met">
        <Icon name="met" /> {t('rooms.allCovered')}
      </p>
    )
  return (
    <p className="flex gap-2 text-vermilion">
      <span className="pt-0.5">
        <Icon name="overdue" />
      </span>
      {t('rooms.next', { length: length(cover.minutes), span: span(next), fit: next.fit, needed: next.needed })}
    </p>
  )
}

function AddRoom({ page, answer, isFirst }: { page: Page; answer: FormAnswer | undefined; isFirst: boolean }) {
  const { t } = useTranslation('watch')
  return (
    <details className="no-print mt-8" open={isFirst || answer !== undefined}>
      <summary className="opens inline-flex min-h-touch items-center text-18 font-semibold">{t('addRoom.title')}</summary>
      <form method="post" className="mt-4 max-w-measure">
        <FormErrors answer={answer} />
        <Field name="name" label={t('addRoom.name')} hint={t('addRoom.nameHint')} answer={answer} maxLength={40} required />
        <Select
          name="jurisdiction"
          label={t('addRoom.jurisdiction')}
          hint={t('addRoom.jurisdictionHint')}
          answer={answer}
          options={page.jurisdictions}
          empty={t('choose')}
          required
        />
        <Field name="from" label={t('addRoom.from')} type="date" value={page.today} max={page.today} answer={answer} required />
        <TraitBoxes />
        <Button weight={isFirst ? 'primary' : 'plain'}>{t('addRoom.do')}</Button>
      </form>
    </details>
  )
}
