import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '~/ui/kit/button'
import { FormErrors, Select } from '~/ui/kit/field'
import { Empty, Notice } from '~/ui/kit/notice'
import type { SheetLine, SheetPage } from './sheet'

const choice = 'min-h-touch rounded border border-field bg-raised px-3 text-16 text-ink'

/** What a signature sheet says of everybody in a classroom at one part, or how the test went. */
export function SheetView({ page, answer, saved }: { page: SheetPage; answer: FormAnswer | undefined; saved: number | null }) {
  const { t } = useTranslation('classcall')
  const { classId, title, part, room, people, isOpen, leads } = page
  return (
    <div className="max-w-measure">
      <p>
        <a href={`/classes/${classId}`} className="inline-flex min-h-touch items-center">
          {t('paper.back')}
        </a>
      </p>
      <p className="text-ink2">{title}</p>
      <h1>{t('paper.title')}</h1>
      <p className="mb-4 mt-2">{t('paper.lead')}</p>
      {saved !== null && (
        <Notice kind="done" live>
          {t('paper.saved', { count: saved })}
        </Notice>
      )}
      {!isOpen && <Notice>{t('page.closed')}</Notice>}
      <FormErrors answer={answer} />
      <Which page={page} />
      <h2 className="mt-6">{t('paper.people', { part: part.name, room: room.name })}</h2>
      {people.length === 0 ? <Empty title={t('paper.nobody')}>{t('paper.nobodyText')}</Empty> : <People page={page} />}
      {leads && (
        <p className="mt-8">
          <LinkButton href={`/classes/${classId}/close`}>{t('paper.close')}</LinkButton>
        </p>
      )}
    </div>
  )
}

/** Another part or classroom. */
function Which({ page: { parts, rooms, part, room } }: { page: SheetPage }) {
  const { t } = useTranslation('classcall')
  return (
    <form method="get" className="grid gap-x-4 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
      <Select name="part" label={t('paper.part')} options={parts} value={part.key} />
      <Select name="room" label={t('paper.room')} options={rooms} value={room.id} />
      <Button className="mb-5">{t('paper.show')}</Button>
    </form>
  )
}

function People({ page: { part, room, people, states, isOpen } }: { page: SheetPage }) {
  const { t } = useTranslation('classcall')
  const options = states.map((state) => ({ value: state, label: t(`state.${part.kind}.${state}`) }))
  return (
    <form method="post">
      <input type="hidden" name="part" value={part.key} />
      <input type="hidden" name="room" value={room.id} />
      <ul className="mt-2 border-t border-line">
        {people.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2">
            <div className="min-w-0">
              <label htmlFor={`p-${one.id}`} className="font-semibold">
                {one.name}
              </label>
              <p className="text-14 text-ink2">
                {[one.units, one.asDeputy ? t('close.deputy') : '', known(one, part.kind, t)].filter(Boolean).join(' · ')}
              </p>
            </div>
            <select id={`p-${one.id}`} name={`p-${one.id}`} className={choice} defaultValue="" disabled={!isOpen}>
              <option value="">{t('paper.keep')}</option>
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      {isOpen && (
        <div className="mt-4">
          <Select
            name="rest"
            label={t('paper.rest')}
            hint={t('paper.restHint')}
            options={options.filter(({ value }) => value !== 'roll')}
            empty={t('paper.keep')}
          />
          <Button weight="primary">{t('paper.save')}</Button>
        </div>
      )}
    </form>
  )
}

type Say = ReturnType<typeof useTranslation>['t']

/** What is known of somebody now, and whether the roll call or an earlier sheet says it. */
function known({ state, says }: SheetLine, kind: 'lesson' | 'test', t: Say): string {
  if (says === 'nothing') return ''
  const word = state === 'unclear' ? t('state.unclear') : t(`state.${kind}.${state}`)
  return t(`paper.${says}`, { state: word })
}
