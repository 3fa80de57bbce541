import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Field, type Option, Select } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import { ActForm } from './act-form'
import { FindForm } from './find-form'

type Act = { answer: FormAnswer | undefined; back: string; today: string }

export function BasicsForm({
  unit,
  places,
  sectors,
  ...act
}: Act & { unit: { name: string; placeId: string; sectorId: string }; places: Option[]; sectors: Option[] }) {
  const { t } = useTranslation('org')
  return (
    <ActForm answer={act.answer} submit={t('save')} back={act.back}>
      <Field name="name" label={t('unit.name')} value={unit.name} answer={act.answer} required maxLength={100} autoComplete="off" />
      <Select name="placeId" label={t('unit.place')} value={unit.placeId} options={places} answer={act.answer} required />
      <Select
        name="sector"
        label={t('unit.sector')}
        hint={t('unit.sectorHint')}
        value={unit.sectorId}
        options={sectors}
        answer={act.answer}
        required
      />
    </ActForm>
  )
}

export function TraitForm({ traits, ...act }: Act & { traits: Option[] }) {
  const { t } = useTranslation('org')
  return (
    <ActForm answer={act.answer} submit={t('trait.add')} back={act.back}>
      <p className="mb-5 text-ink2">{t('trait.lead')}</p>
      <Select name="trait" label={t('unit.trait')} options={traits} empty={t('choose')} answer={act.answer} required />
      <Field name="from" label={t('span.from')} type="date" value={act.today} answer={act.answer} required />
      <Field name="to" label={t('span.to')} hint={t('span.toHint')} type="date" answer={act.answer} />
    </ActForm>
  )
}

export function EndTraitForm({ trait, ...act }: Act & { trait: { word: string; to: string | null } }) {
  const { t } = useTranslation('org')
  return (
    <ActForm answer={act.answer} submit={t('trait.end')} back={act.back}>
      <p className="mb-5">{t('trait.endLead', { trait: trait.word })}</p>
      <Field name="to" label={t('span.last')} type="date" value={trait.to ?? act.today} answer={act.answer} required />
    </ActForm>
  )
}

export function ManagerForm({ positions, ...act }: Act & { positions: Option[] }) {
  const { t } = useTranslation('org')
  return (
    <ActForm answer={act.answer} submit={t('manager.submit')} back={act.back}>
      <p className="mb-5 text-ink2">{t('manager.lead')}</p>
      <Field name="name" label={t('person.name')} answer={act.answer} required maxLength={50} autoComplete="off" />
      <Field name="phone" label={t('person.phone')} type="tel" inputMode="tel" answer={act.answer} required autoComplete="off" />
      <Select name="position" label={t('person.position')} value="fire-manager" options={positions} answer={act.answer} required />
      <Field name="from" label={t('manager.from')} type="date" value={act.today} answer={act.answer} required />
    </ActForm>
  )
}

export function CloseForm({ unit, ...act }: Act & { unit: { name: string; posts: number; later: number } }) {
  const { t } = useTranslation('org')
  return (
    <ActForm answer={act.answer} submit={t('close.submit')} back={act.back} weight="danger">
      <Notice kind="warn" title={t('close.whatTitle', { name: unit.name })}>
        <ul className="mt-1 list-disc pl-5">
          <li>{t('close.posts', { count: unit.posts })}</li>
          <li>{t('close.grants')}</li>
          <li>{t('close.kept')}</li>
        </ul>
      </Notice>
      <Field
        name="lastDay"
        label={t('close.lastDay')}
        hint={t('close.lastDayHint')}
        type="date"
        value={act.today}
        answer={act.answer}
        required
      />
      <Field
        name="reason"
        label={t('close.reason')}
        hint={t('close.reasonHint')}
        answer={act.answer}
        required
        maxLength={200}
        autoComplete="off"
      />
      <Field name="typed" label={t('close.typed', { name: unit.name })} answer={act.answer} required autoComplete="off" />
    </ActForm>
  )
}

type Choice = { id: string; name: string; place: string }

/** Step one of a merge: which unit takes this one in. */
export function MergeSearch({
  unit,
  found,
  asked,
}: {
  unit: { id: string }
  found: { rows: Choice[]; total: number } | null
  asked: string
}) {
  const { t } = useTranslation('org')
  return (
    <>
      <FindForm name="q" label={t('merge.search')} hint={t('merge.searchHint')} value={asked} carried={{ do: 'merge' }} />
      {found && found.rows.length === 0 && <p>{t('merge.nothing')}</p>}
      <ul>
        {found?.rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
            <span className="w-full pt-1 sm:w-auto sm:flex-1 sm:pt-0">
              {row.name} <span className="text-14 text-ink2">{row.place}</span>
            </span>
            <a
              href={`/admin/units/${unit.id}?do=merge&into=${row.id}`}
              aria-label={t('merge.chooseName', { name: row.name })}
              className="inline-flex min-h-touch items-center"
            >
              {t('merge.choose')}
            </a>
          </li>
        ))}
      </ul>
      {found && found.total > found.rows.length && <p className="mt-3 text-ink2">{t('merge.more', { count: found.total })}</p>}
    </>
  )
}

/** Step two: when, what will happen, and the name typed to confirm. */
export function MergeForm({
  unit,
  target,
  ...act
}: Act & { unit: { name: string; posts: number; later: number }; target: { name: string } }) {
  const { t } = useTranslation('org')
  const names = { name: unit.name, into: target.name }
  return (
    <ActForm answer={act.answer} submit={t('merge.submit', names)} back={act.back} weight="danger">
      <Notice kind="warn" title={t('merge.whatTitle', names)}>
        <ul className="mt-1 list-disc pl-5">
          <li>{t('merge.posts', { ...names, count: unit.posts + unit.later })}</li>
          <li>{t('merge.history', names)}</li>
          <li>{t('merge.training', names)}</li>
          <li>{t('merge.managers', names)}</li>
        </ul>
      </Notice>
      <Field
        name="lastDay"
        label={t('merge.lastDay', names)}
        hint={t('merge.lastDayHint')}
        type="date"
        value={act.today}
        answer={act.answer}
        required
      />
      <Field name="typed" label={t('close.typed', names)} answer={act.answer} required autoComplete="off" />
    </ActForm>
  )
}
